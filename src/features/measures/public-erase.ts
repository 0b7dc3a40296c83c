// Apart from public.ts: students call it, and what is there reads students.
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { measuresErased } from './audit.ts'
import { deleteMeasuresOf } from './queries-erase.ts'

/** Erases a student's measures, and logs it where there were any. */
export async function eraseMeasuresOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if ((await deleteMeasuresOf(transaction, studentId)) === 0) return
  await record(transaction, audit, measuresErased, { studentId, details: { reason } })
}
