import { sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Care, ownStudent } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'

export interface WaitingToConfirm {
  readonly id: string
  readonly student_id: string
  readonly claimed_at: Date
  readonly total: number
}

/** Invitations by which somebody signed in and waits, the longest waiting first. */
export async function waitingToConfirm(
  transaction: ReadTransaction,
  { care, person }: { readonly care: Exclude<Care, 'none'>; readonly person: Person },
  limit: number,
): Promise<WaitingToConfirm[]> {
  const { rows } = await sql<WaitingToConfirm>`
    select id, student_id, claimed_at, (count(*) over ())::integer as total from (
      select i.id, i.student_id, i.claimed_at
      from invitation i join student s on s.provider_id = i.provider_id and s.id = i.student_id
      where i.state = 'waiting' and i.claimed_at is not null and s.erased_at is null
        and ${care === 'own' ? ownStudent(person) : sql`true`}
      order by i.claimed_at, i.id limit ${care === 'all' ? sql.lit(countedAtMost) : sql`all`}) waiting
    order by claimed_at, id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}
