import { isTreeList, isTreeObject, type Tree, type TreeObject } from './rules-tree.ts'

/** Stands in a plan in place of what a turvakielto hides; pages say it in the reader's words. */
export const hiddenMark = '\u27e8protected\u27e9'

/** Members that tell a place or a person: every text inside them is hidden. */
const telling = new Set([
  'workplace',
  'environment',
  'organisation',
  'organiser',
  'otherEnvironments',
  'instructor',
  'providerRepresentative',
  'acquirerRepresentative',
  'providerAssessors',
  'workAssessors',
  'assessors',
])

/** Free texts, in which a place or a person may be named, what a place or a part is called, and the student's own addresses. */
const free = new Set([
  'periodNote',
  'content',
  'deviation',
  'individualCriteria',
  'aimsAndContent',
  'name',
  'description',
  'email',
  'phone',
  'institutionOid',
  'providerOid',
])

// References to contacts tell nothing without the contacts, and codes and dates say nothing of a place.
const harmless = new Set(['contact', 'code', 'start', 'end', 'identifier'])

/** A plan, or any part of one, without what tells where the student is or how they are reached. */
export function maskPlan(tree: Tree): Tree {
  return mask(tree, false)
}

/** The value of a place in a plan, as in a difference or a conflict: the pointer tells inside what it stands. */
export function maskAt(pointer: string, value: Tree | undefined): Tree | undefined {
  if (value === undefined) return undefined
  const tokens = pointer.split('/').slice(1)
  const last = tokens.findLast(token => !/^\d+$/.test(token)) ?? ''
  const inside = tokens.some(token => telling.has(token) || free.has(token))
  return mask(value, inside && !harmless.has(last))
}

function mask(tree: Tree, inside: boolean): Tree {
  if (typeof tree === 'string') return inside ? hiddenMark : tree
  if (isTreeList(tree)) return tree.map(item => mask(item, inside))
  return isTreeObject(tree) ? maskMembers(tree, inside) : tree
}

function maskMembers(object: TreeObject, inside: boolean): TreeObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const hides = (inside || telling.has(key) || free.has(key)) && !harmless.has(key)
      return [key, value === undefined ? undefined : mask(value, hides)]
    }),
  )
}

/** Contacts of a plan: that there is somebody stays, who and how they are reached does not. */
export function maskContacts<Contact extends { readonly kind: string }>(
  contacts: Readonly<Record<string, Contact>>,
): Record<string, { kind: string; name: string }> {
  return Object.fromEntries(
    Object.entries(contacts).map(([id, { kind }]) => [id, { kind, name: hiddenMark }]),
  )
}
