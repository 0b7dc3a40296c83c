import { sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Care, ownStudent } from '../students/public.ts'

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
  const { rows } = await sql<WaitingStudent>`
    select r.student_id, count(*)::integer as requests,
      (min(r.asked_at) at time zone 'Europe/Helsinki')::date::text as asked_on,
      (count(*) over ())::integer as total
    from recognition r join student s on s.provider_id = r.provider_id and s.id = r.student_id
    where r.state in ('asked', 'with-assessors') and s.erased_at is null
      and ${care === 'own' ? ownStudent(person) : sql`true`}
    group by r.student_id order by min(r.asked_at), r.student_id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}
