import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'

export interface NamedStudent {
  readonly id: string
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly masked: boolean
}

/** Students by id, as far as the reader may know who they are. */
export async function namedStudents(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  ids: readonly string[],
): Promise<readonly NamedStudent[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NamedStudent>`
    select s.id, s.student_oid, s.called_name, s.family_name, ${maskedTo(actor, today)} as masked
    from student s where s.id = any (${ids}::uuid[])`.execute(transaction)
  return rows
}
