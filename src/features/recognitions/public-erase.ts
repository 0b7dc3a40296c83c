import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { recognitionsErased } from './audit.ts'
import { deleteRecognitionsOf } from './queries.ts'

export { recognitionsErased }

/** Erases a student's requests with their answers; what was recognised stays in the plan. Before the evidence they rest on. */
export async function eraseRecognitionsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if ((await deleteRecognitionsOf(transaction, studentId)) === 0) return
  await record(transaction, audit, recognitionsErased, { studentId, details: { reason } })
}
