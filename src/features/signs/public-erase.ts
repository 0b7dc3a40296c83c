// Apart from public.ts: students call it, and what is there reads students.
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { signsErased } from './audit.ts'
import { deleteSignsOf } from './queries-erase.ts'

/** Erases a student's signs, and logs it where there were any. After the measures, which point to them. */
export async function eraseSignsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if ((await deleteSignsOf(transaction, studentId)) === 0) return
  await record(transaction, audit, signsErased, { studentId, details: { reason } })
}
