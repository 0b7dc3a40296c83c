import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { approvalsErased } from './audit.ts'
import { eraseReasons } from './queries-change.ts'

/** Erases the words in which parts of a student's plans were declined, and logs it where there were any. */
export async function eraseApprovalReasonsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if (!(await eraseReasons(transaction, studentId))) return
  await record(transaction, audit, approvalsErased, { studentId, details: { reason } })
}
