import type { Plan } from './contract.ts'
import {
  canonicalText,
  isTreeList,
  isTreeObject,
  keysOf,
  type Tree,
  type TreeObject,
  valueAt,
} from './rules-tree.ts'

/**
 * Names, addresses and numbers of people stand outside plan bodies, in rows that can be erased; a body holds the id of
 * the row under `contact`. Versions, differences and audit therefore never carry them.
 */
export const contactKinds = [
  'student',
  'instructor',
  'providerRepresentative',
  'acquirerRepresentative',
  'providerAssessor',
  'workAssessor',
] as const
export type ContactKind = (typeof contactKinds)[number]

export interface ContactContent {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** A stored contact; its content is null once erased. */
export interface KnownContact {
  readonly id: string
  readonly kind: ContactKind
  readonly content: ContactContent | null
  /** Of an erased contact: whether this content is what was erased, so that sending it again brings nothing back. */
  readonly wasErased?: (content: ContactContent) => boolean
}

export interface DetachedContact extends KnownContact {
  /** True when the row does not exist yet. */
  readonly isNew: boolean
}

const detachedKeys = ['name', 'email', 'phone'] as const
type DetachedKey = (typeof detachedKeys)[number]

/** Members of a plan that hold people, one or a list, and the kind of contact that each becomes. */
export const peopleKeys = {
  instructor: 'instructor',
  providerRepresentative: 'providerRepresentative',
  acquirerRepresentative: 'acquirerRepresentative',
  providerAssessors: 'providerAssessor',
  workAssessors: 'workAssessor',
  // Those who assessed prior competence.
  assessors: 'providerAssessor',
} as const satisfies Record<string, ContactKind>
type PeopleKey = keyof typeof peopleKeys

type StoredPerson<T> = T extends object ? Omit<T, DetachedKey> & { contact?: string } : T
type StoredPeople<T> = T extends readonly (infer U)[] ? StoredPerson<U>[] : StoredPerson<T>
type Stored<T> = T extends readonly (infer U)[]
  ? Stored<U>[]
  : T extends object
    ? { [K in keyof T]: K extends PeopleKey ? StoredPeople<T[K]> : Stored<T[K]> }
    : T

/** A plan as it is stored: people are references, and so are the student's own e-mail and phone. */
export type StoredPlan = Omit<Stored<Plan>, 'email' | 'phone'> & { contact?: string }

const markerStart = '\u27e8erased:'
const markerEnd = '\u27e9'

/**
 * Stands in place of an erased contact's name (of the student's e-mail). It carries the reference, so that a plan that
 * was read with a gap and is sent back keeps pointing at the same gap. Pages show their own words instead.
 */
export function erasedMarker(contactId: string): string {
  return `${markerStart}${contactId}${markerEnd}`
}

/** The contact that the marker stands for, or undefined when the text is no marker. */
export function erasedContactId(text: string): string | undefined {
  return text.startsWith(markerStart) && text.endsWith(markerEnd)
    ? text.slice(markerStart.length, -markerEnd.length)
    : undefined
}

/** Finds or makes the reference for a content. */
type Refer = (kind: ContactKind, content: ContactContent) => string

/**
 * The plan without contact data, and every contact that its body refers to. Equal content of a kind reuses a known id;
 * `known` should include erased contacts, because only a marker of one that is known to be erased is read as a gap.
 */
export function detachContacts(
  plan: Plan,
  known: readonly KnownContact[],
  newId: () => string,
): { body: StoredPlan; contacts: DetachedContact[] } {
  const contacts = new Map<string, DetachedContact>()
  const byContent = new Map<string, KnownContact>()
  const erased = new Map<string, KnownContact>()
  for (const contact of known) {
    if (contact.content === null) erased.set(contact.id, contact)
    else {
      const text = contentText(contact.kind, contact.content)
      if (!byContent.has(text)) byContent.set(text, contact)
    }
  }
  const refer: Refer = (kind, content) => {
    const gap = erased.get(gapIn(kind, content) ?? '')
    const text = contentText(kind, content)
    const stored = gap?.kind === kind ? gap : (byContent.get(text) ?? recognised(known, kind, content))
    const contact = stored ?? { id: newId(), kind, content }
    if (!stored) byContent.set(text, contact)
    if (!contacts.has(contact.id)) contacts.set(contact.id, { ...contact, isNew: !stored })
    return contact.id
  }
  // The walk goes by names, so the compiler cannot follow it; StoredPlan tells what it makes of a Plan.
  const body = detachPerson('student', detachBelow(plan as TreeObject, refer), refer, ['email', 'phone'])
  return { body: body as unknown as StoredPlan, contacts: [...contacts.values()] }
}

function recognised(
  known: readonly KnownContact[],
  kind: ContactKind,
  content: ContactContent,
): KnownContact | undefined {
  return known.find(contact => contact.kind === kind && contact.wasErased?.(content))
}

/** The whole plan again. A contact that is erased, or that is not given, leaves its marker. */
export function attachContacts(
  body: StoredPlan,
  contactsById: ReadonlyMap<string, ContactContent | null>,
): Plan {
  return attachPerson(
    'student',
    attachBelow(body as TreeObject, contactsById),
    contactsById,
  ) as unknown as Plan
}

function contentText(kind: ContactKind, content: ContactContent): string {
  return canonicalText([kind, content.name ?? null, content.email ?? null, content.phone ?? null])
}

/** The contact of a gap: the marker alone, at the place where attaching puts it. */
function gapIn(kind: ContactKind, content: ContactContent): string | undefined {
  const text = content[gapKey(kind)]
  return text !== undefined && keysOf({ ...content }).length === 1 ? erasedContactId(text) : undefined
}

/** The national model demands a name of everyone but the student, whose plan holds none. */
function gapKey(kind: ContactKind): DetachedKey {
  return kind === 'student' ? 'email' : 'name'
}

function isPeopleKey(key: string): key is PeopleKey {
  return Object.hasOwn(peopleKeys, key)
}

function detachBelow(object: TreeObject, refer: Refer): TreeObject {
  return mapMembers(object, (key, value) => {
    if (!isPeopleKey(key)) return mapObjects(value, below => detachBelow(below, refer))
    return mapObjects(value, person => detachPerson(peopleKeys[key], person, refer, detachedKeys))
  })
}

function detachPerson(
  kind: ContactKind,
  person: TreeObject,
  refer: Refer,
  keys: readonly DetachedKey[],
): TreeObject {
  const content: Partial<Record<DetachedKey, string>> = {}
  for (const key of keys) {
    const value = valueAt(person, key)
    if (typeof value === 'string') content[key] = value
  }
  if (keysOf(content).length === 0) return person
  const rest = Object.entries(person).filter(([key]) => !keysOf(content).includes(key))
  return Object.fromEntries([...rest, ['contact', refer(kind, content)]])
}

function attachBelow(object: TreeObject, contacts: ReadonlyMap<string, ContactContent | null>): TreeObject {
  return mapMembers(object, (key, value) => {
    if (!isPeopleKey(key)) return mapObjects(value, below => attachBelow(below, contacts))
    return mapObjects(value, person => attachPerson(peopleKeys[key], person, contacts))
  })
}

function attachPerson(
  kind: ContactKind,
  person: TreeObject,
  contacts: ReadonlyMap<string, ContactContent | null>,
): TreeObject {
  const id = valueAt(person, 'contact')
  if (typeof id !== 'string') return person
  const { contact: _reference, ...rest } = person
  return { ...rest, ...(contacts.get(id) ?? { [gapKey(kind)]: erasedMarker(id) }) }
}

/**
 * The object with its members mapped; the same object when none of them changed. Most of a plan holds no people, and
 * copying it for each save would cost more than finding them.
 */
function mapMembers(object: TreeObject, map: (key: string, value: Tree) => Tree): TreeObject {
  let copy: Record<string, Tree | undefined> | undefined
  for (const key of Object.keys(object)) {
    const value = object[key]
    // Texts and numbers hold nobody.
    if (typeof value !== 'object' || value === null) continue
    const mapped = map(key, value)
    if (mapped === value) continue
    copy ??= { ...object }
    copy[key] = mapped
  }
  return copy ?? object
}

/** Maps the object, or each object of the list; other values stay. */
function mapObjects(value: Tree, map: (object: TreeObject) => TreeObject): Tree {
  if (isTreeObject(value)) return map(value)
  return isTreeList(value) ? mapItems(value, map) : value
}

function mapItems(list: readonly Tree[], map: (object: TreeObject) => TreeObject): readonly Tree[] {
  let copy: Tree[] | undefined
  for (let at = 0; at < list.length; at += 1) {
    const item = list[at] as Tree
    const mapped = mapObjects(item, map)
    if (mapped === item) continue
    copy ??= [...list]
    copy[at] = mapped
  }
  return copy ?? list
}
