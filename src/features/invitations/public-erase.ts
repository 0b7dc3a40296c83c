import { type AuditContext, record } from '../../platform/audit/audit.ts'
import { endSessionsAt } from '../../platform/auth/queries-end.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { invitationsErased } from './audit.ts'
import { deleteInvitationsOf } from './queries.ts'
import { takeStudentRole } from './queries-end.ts'

/** Erases who was invited of a student and who signs in as them, role and sessions too, and logs it where there was anything. */
export async function eraseInvitationsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  const { providerId } = audit.actor
  const students = await takeStudentRole(transaction, providerId, studentId)
  await endSessionsAt(transaction, providerId, students)
  const invited = await deleteInvitationsOf(transaction, studentId)
  if (!invited && students.length === 0) return
  await record(transaction, audit, invitationsErased, { studentId, details: { reason } })
}
