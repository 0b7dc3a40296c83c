import { sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Care, ownStudent } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'

export interface WaitingStudent {
  readonly student_id: string
  readonly requests: number
  readonly asked_on: string
  readonly total: number
}

/** Students whose requests nobody has decided, whoever has waited longest first. */
export async function waitingStudents(
  transaction: ReadTransaction,
  { care, person }: { readonly care: Exclude<Care, 'none'>; readonly person: Person },
  limit: number,
): Promise<WaitingStudent[]> {
  const waits = sql`in ('asked', 'with-assessors')`
  // A student's earliest request stands for the others: so only as many are met as are counted.
  const { rows } = await sql<WaitingStudent>`
    with waiting as materialized (
      select r.provider_id, r.student_id, r.asked_at
      from recognition r join student s on s.provider_id = r.provider_id and s.id = r.student_id
      where r.state ${waits} and s.erased_at is null and ${care === 'own' ? ownStudent(person) : sql`true`}
        and not exists (select from recognition e where e.provider_id = r.provider_id and e.student_id = r.student_id
          and e.state ${waits} and (e.asked_at, e.id) < (r.asked_at, r.id))
      order by r.asked_at, r.id limit ${care === 'all' ? sql.lit(countedAtMost) : sql`all`})
    select w.student_id, (w.asked_at at time zone 'Europe/Helsinki')::date::text as asked_on,
      (select count(*) from recognition r where r.provider_id = w.provider_id and r.student_id = w.student_id
        and r.state ${waits})::integer as requests, w.total
    from (select waiting.*, (count(*) over ())::integer as total from waiting
      order by asked_at, student_id limit ${sql.lit(limit)}) w
    order by w.asked_at, w.student_id`.execute(transaction)
  return rows
}
