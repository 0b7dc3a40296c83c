import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { guardianshipErased } from './audit.ts'
import { deleteGuardianshipsOf } from './queries.ts'

/** Forgets who signs in as guardians of a student, and logs it where there was anybody. */
export async function eraseGuardianshipsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if (!(await deleteGuardianshipsOf(transaction, studentId))) return
  await record(transaction, audit, guardianshipErased, { studentId, details: { reason } })
}
