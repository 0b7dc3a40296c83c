import type { StoredPlan } from '../../rules-contacts.ts'
import { sameTree, type Tree } from '../../rules-tree.ts'
import type { CodeNames, Contact, Contacts } from '../api.ts'
import { followTexts, insertAt, moveAt, placeOf, removeAt, setAt } from './body.ts'

type Names = Readonly<Record<string, CodeNames>>

/** What writing builds on: a stored version, or the starting plan of a study right that has none yet. */
export interface Base {
  /** Missing while the plan is not stored yet. */
  readonly version?: number
  readonly plan: StoredPlan
  readonly contacts: Contacts
}

/** All that is being written: this is what a draft keeps. */
export interface Writing {
  readonly base: Base
  readonly plan: StoredPlan
  /** People added here. */
  readonly added: Contacts
  /** Names of codes that were chosen here. */
  readonly names: Names
  /** Texts that are no values of their fields yet, by pointer. */
  readonly typed: Readonly<Record<string, string>>
  readonly reason: string
  readonly approve: boolean
}

export function startWriting(base: Base): Writing {
  return { base, plan: base.plan, added: {}, names: {}, typed: {}, reason: '', approve: false }
}

/** Whether something stands here that the stored plan does not have. */
export function isChanged({ base, plan, typed, reason }: Writing): boolean {
  return Object.keys(typed).length > 0 || reason.trim() !== '' || !sameTree(plan as Tree, base.plan as Tree)
}

export function set(writing: Writing, pointer: string, value: unknown): Writing {
  return { ...writing, plan: setAt(writing.plan, pointer, value) }
}

export function insert(
  writing: Writing,
  list: string,
  member: unknown,
): { writing: Writing; pointer: string } {
  const { plan, pointer } = insertAt(writing.plan, list, member)
  return { writing: { ...writing, plan }, pointer }
}

/** Takes a member away; texts typed into the members after it go along. */
export function remove(writing: Writing, pointer: string): Writing {
  const { list, index } = placeOf(pointer)
  const place = (at: number) => (at === index ? undefined : at > index ? at - 1 : at)
  return { ...writing, plan: removeAt(writing.plan, pointer), typed: followTexts(writing.typed, list, place) }
}

export function move(writing: Writing, pointer: string, by: -1 | 1): Writing {
  const plan = moveAt(writing.plan, pointer, by)
  if (plan === writing.plan) return writing
  const { list, index } = placeOf(pointer)
  const other = index + by
  const place = (at: number) => (at === index ? other : at === other ? index : at)
  return { ...writing, plan, typed: followTexts(writing.typed, list, place) }
}

export function addContact(writing: Writing, reference: string, contact: Contact): Writing {
  return { ...writing, added: { ...writing.added, [reference]: contact } }
}

export function learn(writing: Writing, names: Names): Writing {
  return { ...writing, names: { ...writing.names, ...names } }
}

export function setTyped(writing: Writing, pointer: string, text: string | undefined): Writing {
  if (text !== undefined) return { ...writing, typed: { ...writing.typed, [pointer]: text } }
  const { [pointer]: _gone, ...typed } = writing.typed
  return { ...writing, typed }
}
