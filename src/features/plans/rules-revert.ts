import { pointerTo } from '../../platform/json/look.ts'
import type { PlanChange } from './rules-difference.ts'
import { isTreeList, isTreeObject, splitPointer, type Tree, type TreeObject } from './rules-tree.ts'

/** The same changes by their place: in the new body what came and moved, in the old one what went. */
interface Steps {
  readonly sets: ReadonlyMap<string, Tree>
  /** By the parent: tokens of what came. */
  readonly adds: ReadonlyMap<string, ReadonlySet<string>>
  /** By the parent: old token to new token. */
  readonly moves: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** By the parent in the old body: token to value. */
  readonly removes: ReadonlyMap<string, ReadonlyMap<string, Tree>>
}

interface Place {
  readonly old: string
  readonly now: string
}

/**
 * The body that the changes led from: `revertDifference(after, difference(before, after))` equals `before`. So the newest
 * body and the stored changes tell every earlier body, without fetching any.
 */
export function revertDifference(after: Tree, changes: readonly PlanChange[]): Tree {
  return reverted(after, { old: '', now: '' }, stepsOf(changes))
}

function stepsOf(changes: readonly PlanChange[]): Steps {
  const sets = new Map<string, Tree>()
  const adds = new Map<string, Set<string>>()
  const moves = new Map<string, Map<string, string>>()
  const removes = new Map<string, Map<string, Tree>>()
  for (const change of changes) {
    const { parent, token } = splitPointer(change.pointer)
    if (change.kind === 'set') sets.set(change.pointer, change.before)
    else if (change.kind === 'add') at(adds, parent, () => new Set<string>()).add(token)
    else if (change.kind === 'remove')
      at(removes, parent, () => new Map<string, Tree>()).set(token, change.before)
    else at(moves, parent, () => new Map<string, string>()).set(splitPointer(change.from).token, token)
  }
  return { sets, adds, moves, removes }
}

function at<T>(index: Map<string, T>, key: string, make: () => T): T {
  const known = index.get(key) ?? make()
  index.set(key, known)
  return known
}

function reverted(after: Tree, place: Place, steps: Steps): Tree {
  const was = steps.sets.get(place.now)
  if (was !== undefined) return was
  if (isTreeList(after)) return revertedList(after, place, steps)
  return isTreeObject(after) ? revertedObject(after, place, steps) : after
}

function revertedObject(after: TreeObject, place: Place, steps: Steps): TreeObject {
  const came = steps.adds.get(place.now)
  const entries: [string, Tree][] = []
  for (const key of Object.keys(after)) {
    const is = after[key]
    if (is === undefined || came?.has(key)) continue
    entries.push([
      key,
      reverted(is, { old: pointerTo(place.old, key), now: pointerTo(place.now, key) }, steps),
    ])
  }
  return Object.fromEntries([...entries, ...(steps.removes.get(place.old) ?? [])])
}

function revertedList(after: readonly Tree[], place: Place, steps: Steps): Tree[] {
  const came = steps.adds.get(place.now)
  const moved = steps.moves.get(place.now)
  const went = steps.removes.get(place.old)
  const away = new Set([...(came ?? []), ...(moved?.values() ?? [])])
  const inPlace = [...after.keys()].filter(index => !away.has(String(index))).values()
  const length = after.length - (came?.size ?? 0) + (went?.size ?? 0)
  return Array.from({ length }, (_, index): Tree => {
    const gone = went?.get(String(index))
    if (gone !== undefined) return gone
    const to = moved?.get(String(index))
    const now = to === undefined ? (inPlace.next().value ?? -1) : Number(to)
    return reverted(
      after[now] ?? null,
      { old: pointerTo(place.old, index), now: pointerTo(place.now, now) },
      steps,
    )
  })
}
