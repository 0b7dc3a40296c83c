import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { findProtection, lockStudent } from '../students/public.ts'
import { invitationConfirmed, invitationRefused } from './audit.ts'
import { type StoredInvitation, setState } from './queries.ts'
import { findStudentToInvite } from './queries-invited.ts'
import { confirmFault, mayInvite } from './rules.ts'
import { demandInvitation } from './service.ts'
import { giveInvited, guardianOf, knownAs } from './service-claim.ts'

/**
 * Somebody of the staff tells whether the one who signed in is the one who was invited.
 * @throws AppError when nobody waits any more, or what was invited to may no longer be given.
 */
export async function decideInvitation(
  transaction: WriteTransaction,
  { audit, today }: { readonly audit: AuditContext; readonly today: PlainDate },
  { confirm, id }: { readonly id: string; readonly confirm: boolean },
): Promise<void> {
  const invitation = await demandInvitation(transaction, id, audit.now, 'decide')
  const { kind, studentId } = invitation
  const protection = await findProtection(transaction, audit.actor, today, studentId)
  if (protection?.masked === true) throw new AppError('invitations.protected', 403)
  const decided = { now: audit.now, by: audit.actor.id ?? null }
  const entry = { targetId: id, studentId, details: { kind } }
  if (!confirm) {
    await setState(transaction, id, 'refused', decided)
    await record(transaction, audit, invitationRefused, entry)
    return
  }
  const personId = await give(transaction, audit, invitation, today)
  await setState(transaction, id, 'accepted', { ...decided, personId })
  await record(transaction, audit, invitationConfirmed, entry)
}

async function give(
  transaction: WriteTransaction,
  audit: AuditContext,
  invitation: StoredInvitation,
  today: PlainDate,
) {
  const { claimIssuer: issuer, claimName, claimSubject: subject, guardianId, kind, studentId } = invitation
  const student = await findStudentToInvite(transaction, studentId)
  if (student === undefined || issuer === null || subject === null)
    throw new AppError('invitations.changed', 409)
  const guardian = guardianId === null ? undefined : await guardianOf(transaction, studentId, guardianId)
  // They may have ended, or lost the custody, while somebody waited.
  if (!mayInvite(kind, guardian, today)) throw new AppError('invitations.guardian-ended', 409)
  await lockStudent(transaction, studentId)
  const { providerId } = audit.actor
  const { person, personId: known } = await knownAs(transaction, providerId, invitation, { issuer, subject })
  const self = known !== undefined && known === audit.actor.id
  const fault = confirmFault(kind, person, { studentId, self })
  if (fault !== undefined) throw new AppError(`invitations.${fault}`, 409)
  const told = { issuer, subject, name: claimName ?? undefined, language: student.language }
  const personId = await giveInvited(transaction, audit, invitation, told)
  if (personId === undefined) throw new AppError('invitations.other-student', 409)
  return personId
}
