import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { sharesErased } from './audit.ts'
import { deleteSharesOf } from './queries.ts'

/** Erases what a student has shared and who opened it, and logs it where there was anything. */
export async function eraseSharesOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if (!(await deleteSharesOf(transaction, studentId))) return
  await record(transaction, audit, sharesErased, { studentId, details: { reason } })
}
