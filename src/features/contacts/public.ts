import type { AuditContext } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { contactErased } from './audit.ts'
import { contactsOfStudent, countExpiredInstructors, expiredInstructors } from './queries.ts'
import { erase, matchesErased } from './service.ts'

export { contactErased, countExpiredInstructors, matchesErased }

/** Erases e-mail and phone of instructors who are needed no more, each logged; at the most so many. */
export async function eraseExpiredInstructors(
  transaction: WriteTransaction,
  audit: AuditContext,
  endedBefore: string,
  limit: number,
): Promise<number> {
  const ids = await expiredInstructors(transaction, endedBefore, limit)
  const request = { extent: 'details', reason: `retention: periods ended before ${endedBefore}` } as const
  for (const id of ids) await erase(transaction, audit, { id, ...request })
  return ids.length
}

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
