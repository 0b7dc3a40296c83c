import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'

export interface Decided {
  readonly id: string
  readonly day: string
  readonly total: number
}

/** Decisions told to the student since a day, the newest first; what was decided at once is one. */
export async function decidedSince(
  transaction: ReadTransaction,
  studentId: string,
  since: PlainDate,
  limit: number,
): Promise<Decided[]> {
  const { rows } = await sql<Decided>`
    select min(r.id::text) as id, (r.decided_at at time zone 'Europe/Helsinki')::date::text as day,
      (count(*) over ())::integer as total
    from recognition r
    where r.student_id = ${studentId}::uuid and r.state in ('recognised', 'refused')
      and (r.decided_at at time zone 'Europe/Helsinki')::date >= ${since}::date
    group by r.decided_at order by r.decided_at desc limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}
