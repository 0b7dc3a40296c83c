import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { invitationsErased } from './audit.ts'
import { deleteInvitationsOf } from './queries.ts'

/** Erases who was invited of a student and who signed in by it, and logs it where there was anything. */
export async function eraseInvitationsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if (!(await deleteInvitationsOf(transaction, studentId))) return
  await record(transaction, audit, invitationsErased, { studentId, details: { reason } })
}
