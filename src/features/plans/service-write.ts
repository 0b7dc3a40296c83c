import { record } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import { planApproved } from './audit.ts'
import type { Plan } from './contract.ts'
import { planWasApproved } from './jobs.ts'
import { approveVersion } from './queries-approval.ts'
import { firstTooLong, longTextsOf } from './rules-bounds.ts'
import { attachContacts, type ContactContent, type StoredPlan } from './rules-contacts.ts'
import { shapeOf } from './rules-shape.ts'
import type { SaveContext } from './service-save.ts'

/** A body as a person sends it: people as references to those known, or to those sent along. */
export interface Written {
  readonly plan: object
  readonly contacts?: Readonly<Record<string, ContactContent>> | undefined
}

type KnownContact = { readonly id: string; readonly content: ContactContent | null }

/**
 * The written body with every person in place.
 * @throws AppError plans.contact-unknown, plans.shape with a finding for every place that is to be mended
 */
export function wholeOf(written: Written, known: readonly KnownContact[]): Plan {
  const contacts = new Contacts(known, written.contacts ?? {})
  const plan: unknown = attachContacts(written.plan as StoredPlan, contacts)
  if (contacts.missing !== undefined) {
    throw new AppError('plans.contact-unknown', 400, {
      params: { contact: contacts.missing.slice(0, 100) },
      pointer: '/contacts',
    })
  }
  const { findings } = shapeOf(plan)
  const [first] = findings
  if (first) throw new AppError('plans.shape', 400, { pointer: `/plan${first.pointer}`, more: { findings } })
  return plan as Plan
}

/** Contacts by reference; remembers a reference that leads nowhere. */
class Contacts extends Map<string, ContactContent | null> {
  missing: string | undefined

  constructor(known: readonly KnownContact[], added: Readonly<Record<string, ContactContent>>) {
    super()
    for (const contact of known) this.set(contact.id, contact.content)
    for (const [id, content] of Object.entries(added)) if (!this.has(id)) this.set(id, content)
  }

  override get(id: string): ContactContent | null | undefined {
    if (!this.has(id)) this.missing ??= id
    return super.get(id)
  }
}

/**
 * Texts that are longer than people write are refused; those that a register has sent so long may stay.
 * @throws AppError plans.text-too-long
 */
export function demandBounded(plan: Plan, present: Plan | undefined = undefined): void {
  const long = firstTooLong(plan, present === undefined ? new Set() : longTextsOf(present))
  if (long === undefined) return
  const { count, limit, pointer } = long
  throw new AppError('plans.text-too-long', 400, { params: { count, limit }, pointer: `/plan${pointer}` })
}

/**
 * Approves a version that has just been stored, and tells those who send it on.
 * @throws AppError where an approval lacks that the provider demands
 */
export async function approve(
  { audit, demandApprovals, jobs, today, transaction }: SaveContext,
  saved: { readonly id: string; readonly version: number },
  studentId: string | null,
): Promise<void> {
  const { actor, now } = audit
  await demandApprovals?.(transaction, { planId: saved.id, today })
  const by = actor.kind === 'person' ? actor.id : null
  await approveVersion(transaction, { planId: saved.id, version: saved.version, at: now, by })
  await record(transaction, audit, planApproved, {
    targetId: saved.id,
    studentId,
    details: { version: saved.version },
  })
  await jobs.send(transaction, planWasApproved, { providerId: actor.providerId, planId: saved.id })
}
