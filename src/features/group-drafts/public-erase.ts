// Students call it, and the rest of what is here reads students.
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { groupDraftErased } from './audit.ts'
import { deleteRowsOf } from './queries-erase.ts'

/** Erases a student's rows in drafts, in which instructors may be named, and logs it where there were any. */
export async function eraseGroupDraftsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if ((await deleteRowsOf(transaction, studentId)) === 0) return
  await record(transaction, audit, groupDraftErased, { studentId, details: { reason } })
}
