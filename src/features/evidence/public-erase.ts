import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { evidenceErased } from './audit.ts'
import { deleteEvidenceOf, eraseFiles } from './queries-files.ts'

export { evidenceErased }

/**
 * Erases what was told of a student, and logs it where there was anything. The bytes of files go by the nightly job. Apart from
 * `public.ts`, because that looks at students, and students erase.
 */
export async function eraseEvidenceOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  const files = await eraseFiles(transaction, { studentId }, audit.now)
  const pieces = await deleteEvidenceOf(transaction, studentId)
  if (files + pieces === 0) return
  await record(transaction, audit, evidenceErased, { studentId, details: { reason } })
}
