import { pointerTo } from '../../platform/json/look.ts'
import { matchParts } from './rules-identity.ts'
import {
  isTreeList,
  isTreeObject,
  keysOf,
  sameTree,
  splitPointer,
  type Tree,
  type TreeObject,
  valueAt,
} from './rules-tree.ts'

/**
 * One step from one body to the next. `pointer` (RFC 6901) leads into the new body, for a removal into the old one;
 * a move also tells where the part stood. List members are followed by identity, so an edited part that also moved is
 * a move and its edits, not a rewritten list.
 */
export type PlanChange =
  | { readonly kind: 'set'; readonly pointer: string; readonly before: Tree; readonly after: Tree }
  | { readonly kind: 'add'; readonly pointer: string; readonly after: Tree }
  | { readonly kind: 'remove'; readonly pointer: string; readonly before: Tree }
  | { readonly kind: 'move'; readonly pointer: string; readonly from: string }

interface Place {
  readonly old: string
  readonly now: string
}

/** Changes in the order of the body; the same pair of bodies always gives the same list. */
export function difference(before: Tree, after: Tree): PlanChange[] {
  const changes: PlanChange[] = []
  compare(before, after, '', { old: '', now: '' }, changes)
  return changes
}

function compare(before: Tree, after: Tree, list: string, place: Place, changes: PlanChange[]): void {
  // Most of a plan does not change: equal branches end here, before any pointer is made for them.
  if (sameTree(before, after)) return
  if (isTreeList(before) && isTreeList(after)) compareLists(before, after, list, place, changes)
  else if (isTreeObject(before) && isTreeObject(after)) compareObjects(before, after, place, changes)
  else changes.push({ kind: 'set', pointer: place.now, before, after })
}

function compareObjects(before: TreeObject, after: TreeObject, place: Place, changes: PlanChange[]): void {
  for (const key of keysOf(before, after)) {
    const [was, is] = [valueAt(before, key), valueAt(after, key)]
    const below = { old: pointerTo(place.old, key), now: pointerTo(place.now, key) }
    if (was === undefined) {
      if (is !== undefined) changes.push({ kind: 'add', pointer: below.now, after: is })
    } else if (is === undefined) changes.push({ kind: 'remove', pointer: below.old, before: was })
    else compare(was, is, key, below, changes)
  }
}

function compareLists(
  before: readonly Tree[],
  after: readonly Tree[],
  list: string,
  place: Place,
  changes: PlanChange[],
): void {
  const matches = matchParts(list, before, after)
  const kept = new Set(matches)
  for (const [at, member] of before.entries()) {
    if (!kept.has(at)) changes.push({ kind: 'remove', pointer: pointerTo(place.old, at), before: member })
  }
  const inPlace = longestRise(matches)
  for (const [at, member] of after.entries()) {
    const from = matches[at] ?? -1
    const below = { old: pointerTo(place.old, from), now: pointerTo(place.now, at) }
    const was = before[from]
    if (was === undefined) {
      changes.push({ kind: 'add', pointer: below.now, after: member })
      continue
    }
    if (!inPlace.has(at)) changes.push({ kind: 'move', pointer: below.now, from: below.old })
    compare(was, member, list, below, changes)
  }
}

/**
 * Positions of the longest run of matches that keep their order: only the others have moved.
 * Patience sorting, so that a hostile list costs n log n and not n squared.
 */
export function longestRise(matches: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const [at, from] of matches.entries()) {
    if (from < 0) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((matches[tails[middle] ?? -1] ?? -1) < from) low = middle + 1
      else high = middle
    }
    previous.set(at, tails[low - 1])
    tails[low] = at
  }
  const rise = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) rise.add(at)
  return rise
}

/** The body that the changes lead to: `applyDifference(before, difference(before, after))` equals `after`. */
export function applyDifference(before: Tree, changes: readonly PlanChange[]): Tree {
  return applied(before, { old: '', now: '' }, indexed(changes))
}

interface ChangeIndex {
  readonly sets: ReadonlyMap<string, Tree>
  /** By the parent in the new body: token to value. */
  readonly adds: ReadonlyMap<string, ReadonlyMap<string, Tree>>
  /** By the parent in the new body: token to the old token. */
  readonly moves: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** By the parent in the old body. */
  readonly removes: ReadonlyMap<string, ReadonlyMap<string, true>>
}

function indexed(changes: readonly PlanChange[]): ChangeIndex {
  const sets = new Map<string, Tree>()
  const adds = new Map<string, Map<string, Tree>>()
  const moves = new Map<string, Map<string, string>>()
  const removes = new Map<string, Map<string, true>>()
  for (const change of changes) {
    if (change.kind === 'set') sets.set(change.pointer, change.after)
    else if (change.kind === 'add') file(adds, change.pointer, change.after)
    else if (change.kind === 'remove') file(removes, change.pointer, true)
    else file(moves, change.pointer, splitPointer(change.from).token)
  }
  return { sets, adds, moves, removes }
}

function file<T>(index: Map<string, Map<string, T>>, pointer: string, value: T): void {
  const { parent, token } = splitPointer(pointer)
  const members = index.get(parent)
  if (members) members.set(token, value)
  else index.set(parent, new Map([[token, value]]))
}

function applied(before: Tree, place: Place, index: ChangeIndex): Tree {
  const replaced = index.sets.get(place.now)
  if (replaced !== undefined) return replaced
  if (isTreeList(before)) return appliedList(before, place, index)
  return isTreeObject(before) ? appliedObject(before, place, index) : before
}

function appliedObject(before: TreeObject, place: Place, index: ChangeIndex): TreeObject {
  const removed = index.removes.get(place.old)
  const entries: [string, Tree][] = []
  for (const key of Object.keys(before)) {
    const was = before[key]
    if (was === undefined || removed?.has(key)) continue
    const below = { old: pointerTo(place.old, key), now: pointerTo(place.now, key) }
    entries.push([key, applied(was, below, index)])
  }
  return Object.fromEntries([...entries, ...(index.adds.get(place.now) ?? [])])
}

function appliedList(before: readonly Tree[], place: Place, index: ChangeIndex): Tree[] {
  const adds = index.adds.get(place.now)
  const moves = index.moves.get(place.now)
  const gone = new Set([...(index.removes.get(place.old)?.keys() ?? []), ...(moves?.values() ?? [])])
  const inPlace = [...before.keys()].filter(at => !gone.has(String(at))).values()
  const length = before.length - (index.removes.get(place.old)?.size ?? 0) + (adds?.size ?? 0)
  return Array.from({ length }, (_, at): Tree => {
    const added = adds?.get(String(at))
    if (added !== undefined) return added
    const moved = moves?.get(String(at))
    const from = moved === undefined ? (inPlace.next().value ?? -1) : Number(moved)
    return applied(
      before[from] ?? null,
      { old: pointerTo(place.old, from), now: pointerTo(place.now, at) },
      index,
    )
  })
}
