import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'

export interface AnsweredTask {
  readonly id: string
  readonly day: string
  readonly total: number
}

/** Answered to the student since a day, the newest first. */
export async function answeredSince(
  transaction: ReadTransaction,
  studentId: string,
  since: PlainDate,
  limit: number,
): Promise<readonly AnsweredTask[]> {
  const { rows } = await sql<AnsweredTask>`
    select h.id, (h.answered_at at time zone 'Europe/Helsinki')::date as day, count(*) over ()::int as total
    from help_request h
    where h.student_id = ${studentId} and h.state = 'answered'
      and (h.answered_at at time zone 'Europe/Helsinki')::date >= ${since}::date
    order by h.answered_at desc, h.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}
