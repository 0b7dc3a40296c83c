import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { GuardianAccessRow } from './access.ts'
import { type Guarded, guardedStudents, guardiansSigningIn } from './queries.ts'

export { type GuardianAccessRow, guards } from './access.ts'
export { guardianPersons, linkGuardian, unlinkGuardian } from './queries.ts'
export { type Guarded, guardedStudents, guardiansSigningIn }

/** The guardianship of the actor over one student today; undefined in every other role, and where anything lacks. */
export async function guardianshipOf(
  transaction: ReadTransaction,
  actor: Actor,
  studentId: string,
  today: PlainDate,
): Promise<Guarded | undefined> {
  if (actor.kind !== 'person' || !actor.roles.includes('guardian')) return undefined
  const guarded = await guardedStudents(transaction, actor.id, today)
  return guarded.find(one => one.studentId === studentId)
}

/** The row that access looks at, of one student and whoever asks. */
export async function guardianRow(
  transaction: ReadTransaction,
  actor: Actor,
  studentId: string,
  today: PlainDate,
): Promise<GuardianAccessRow> {
  const found = await guardianshipOf(transaction, actor, studentId, today)
  return { guardianPersonId: found?.guardianPersonId ?? null }
}
