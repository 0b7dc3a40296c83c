import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'

/** Whether the student of a plan is masked to the actor. */
export async function isPlanMasked(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  planId: string,
): Promise<boolean> {
  const { rows } = await sql<{ masked: boolean }>`
    select ${maskedTo(actor, today)} as masked from plan p
    join student s on s.provider_id = p.provider_id and s.id = p.student_id
    where p.id = ${planId}`.execute(transaction)
  return rows[0]?.masked ?? false
}
