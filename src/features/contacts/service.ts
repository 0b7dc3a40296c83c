import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { contactErased } from './audit.ts'
import type { ErasedExtent } from './contract.ts'
import { eraseContact, findContact } from './queries.ts'

type Content = Readonly<{ name?: string; email?: string; phone?: string }>

function fingerprint(salt: Buffer, kind: string, content: Content): Buffer {
  const text = JSON.stringify([kind, content.name ?? null, content.email ?? null, content.phone ?? null])
  return createHmac('sha256', salt).update(text).digest()
}

/** Whether this content is what the row held before it was erased. */
export function matchesErased(
  kind: string,
  mark: { readonly salt: Buffer; readonly fingerprint: Buffer },
): (content: Content) => boolean {
  return content => timingSafeEqual(fingerprint(mark.salt, kind, content), mark.fingerprint)
}

/**
 * Erases a contact and records that it was done. Erasing twice does nothing more.
 * @throws AppError contacts.not-found
 */
export async function erase(
  transaction: WriteTransaction,
  audit: AuditContext,
  request: { readonly id: string; readonly extent: ErasedExtent; readonly reason: string },
): Promise<void> {
  const contact = await findContact(transaction, request.id)
  if (contact === undefined) throw new AppError('contacts.not-found', 404)
  if (contact.content === null || contact.erased_extent === request.extent) return
  const salt = randomBytes(16)
  const { extent, reason } = request
  // A second erasure keeps the first mark: it is the whole content that a register sends again, not what was left of it.
  const first = contact.erased_extent === null
  const digest = first ? { salt, fingerprint: fingerprint(salt, contact.kind, contact.content) } : undefined
  const mark = { at: audit.now, extent, digest }
  await eraseContact(transaction, request.id, mark)
  const details = { planId: contact.plan_id, extent, reason }
  const { student_id: studentId } = contact
  await record(transaction, audit, contactErased, { targetId: request.id, studentId, details })
}
