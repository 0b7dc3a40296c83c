import type { AuditContext } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { contactErased } from './audit.ts'
import { contactsOfStudent } from './queries.ts'
import { erase, matchesErased } from './service.ts'

export { contactErased, matchesErased }

/** Erases the e-mail and phone of a student from all their plans, each erasure logged. */
export async function eraseContactsOfStudent(
  transaction: WriteTransaction,
  audit: AuditContext,
  request: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  const { studentId, reason } = request
  for (const id of await contactsOfStudent(transaction, studentId)) {
    await erase(transaction, audit, { id, extent: 'all', reason })
  }
}
