import { type AuditContext, record } from '../../platform/audit/audit.ts'
import { endSessionsAt } from '../../platform/auth/queries-end.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { guardianshipErased } from './audit.ts'
import { deleteGuardianshipsOf } from './queries.ts'

/** Forgets who signs in as guardians of a student, ends their role and sessions at once, and logs it where there was anybody. */
export async function eraseGuardianshipsOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  const { providerId } = audit.actor
  const persons = await deleteGuardianshipsOf(transaction, providerId, studentId)
  if (persons.length === 0) return
  await endSessionsAt(transaction, providerId, persons)
  await record(transaction, audit, guardianshipErased, { studentId, details: { reason } })
}
