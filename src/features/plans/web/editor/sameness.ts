import { attachContacts, detachContacts, type KnownContact, type StoredPlan } from '../../rules-contacts.ts'
import { sameTree, type Tree } from '../../rules-tree.ts'
import type { CodeNames, Contact, Contacts } from '../api.ts'
import type { Base, Writing } from './writing.ts'

interface Body {
  readonly plan: StoredPlan
  readonly contacts: Contacts
}

const contentOf = ({ email, erasedOn, name, phone }: Contact) => {
  const content = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  }
  // Of an erased person something may be left; without anything there is a gap.
  return erasedOn !== undefined && Object.keys(content).length === 0 ? null : content
}

function whole({ contacts, plan }: Body) {
  return attachContacts(plan, new Map(Object.entries(contacts).map(([id, one]) => [id, contentOf(one)])))
}

export const contactsOf = ({ added, base }: Writing): Contacts => ({ ...base.contacts, ...added })

/**
 * Whether what was written is what stands there already, by whatever references: so a save whose answer was lost is not
 * taken for somebody else's.
 */
export function isStored(writing: Writing, newest: Body): boolean {
  const ours = whole({ plan: writing.plan, contacts: contactsOf(writing) })
  const theirs = whole(newest)
  const { approvedAt: _ours, ...written } = ours
  const { approvedAt: _theirs, ...stored } = theirs
  if (writing.approve) return sameTree(written as Tree, stored as Tree)
  return sameTree(ours as Tree, theirs as Tree)
}

/** What was written, with everybody who stands in the newest version under that one's references. */
export function towards(newest: Body, writing: Writing, newReference: () => string): Body {
  const known: KnownContact[] = Object.entries({ ...writing.base.contacts, ...newest.contacts }).map(
    ([id, contact]) => ({ id, kind: contact.kind as KnownContact['kind'], content: contentOf(contact) }),
  )
  const { body, contacts } = detachContacts(
    whole({ plan: writing.plan, contacts: contactsOf(writing) }),
    known,
    newReference,
  )
  const fresh = contacts.map(({ content, id, kind }): [string, Contact] => [id, { kind, ...content }])
  return {
    plan: body,
    contacts: { ...writing.base.contacts, ...newest.contacts, ...Object.fromEntries(fresh) },
  }
}

/** After a merge: the writing goes on upon the newest version. */
export function mergedInto(
  writing: Writing,
  base: Base,
  merged: Body & { readonly names: Readonly<Record<string, CodeNames>> },
): Writing {
  const added = Object.entries(merged.contacts).filter(([id]) => !Object.hasOwn(base.contacts, id))
  return {
    ...writing,
    base,
    plan: merged.plan,
    added: Object.fromEntries(added),
    names: { ...writing.names, ...merged.names },
  }
}

/** A name that nobody else has, also where the page came without encryption. */
export function newReference(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
