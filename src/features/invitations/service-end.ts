import { type AuditContext, record } from '../../platform/audit/audit.ts'
import { endSessionsAt } from '../../platform/auth/queries-end.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { unlinkGuardian } from '../guardianship/public.ts'
import { findProtection, lockStudent } from '../students/public.ts'
import { signInEnded } from './audit.ts'
import type { WrongPerson } from './contract.ts'
import { revokeUsed, takeStudentRole } from './queries-end.ts'
import { findStudentToInvite } from './queries-invited.ts'

/**
 * Whoever signs in as the student or the guardian was not the right one: the link, the role and the sessions end. What
 * they did stays and names them.
 * @throws AppError when nobody signs in so, or the student is hidden from who asks.
 */
export async function endWrongSignIn(
  transaction: WriteTransaction,
  { audit, today }: { readonly audit: AuditContext; readonly today: PlainDate },
  { guardianId = null, kind, studentId }: Place,
): Promise<void> {
  if ((kind === 'guardian') !== (guardianId !== null)) throw new AppError('request.not-found', 404)
  const student = await findStudentToInvite(transaction, studentId)
  if (student === undefined) throw new AppError('request.not-found', 404)
  const protection = await findProtection(transaction, audit.actor, today, studentId)
  if (protection?.masked === true) throw new AppError('invitations.protected', 403)
  await lockStudent(transaction, studentId)
  const { providerId } = audit.actor
  const persons =
    guardianId === null
      ? await takeStudentRole(transaction, providerId, studentId)
      : await unlinkGuardian(transaction, { providerId, studentId, guardianId })
  if (persons.length === 0) throw new AppError('invitations.nobody-signs-in', 409)
  await endSessionsAt(transaction, providerId, persons)
  const by = audit.actor.id ?? null
  await revokeUsed(transaction, { studentId, guardianId }, { now: audit.now, by })
  const entries = persons.map(targetId => ({ targetId, studentId, details: { kind } }))
  await record(transaction, audit, signInEnded, entries)
}

type Place = Omit<WrongPerson, 'guardianId'> & {
  readonly guardianId?: string | null | undefined
  readonly studentId: string
}
