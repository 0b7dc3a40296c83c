import { pointerTo } from '../../platform/json/look.ts'
import { matchParts } from './rules-identity.ts'
import {
  isTreeList,
  isTreeObject,
  keysOf,
  sameTree,
  type Tree,
  type TreeObject,
  valueAt,
} from './rules-tree.ts'

/**
 * Three-way merge of plan bodies, for a student register that sends a whole plan without saying which version it knew.
 * Nothing is lost: a value that only one side changed is taken from that side, and where both changed it differently
 * the conflict carries both.
 */
export type Master = 'register' | 'here'

export interface MergeInput<T> {
  /** What the register sent last; absent when it has sent nothing yet. */
  readonly base: T | undefined
  /** What the register sends now. */
  readonly theirs: T
  /** The body as it stands here. */
  readonly ours: T
  /** Who decides a conflict; asked with the names on the way to the value, `vocationalUnits/learningPeriods/start`. */
  readonly master: (part: string) => Master
  /**
   * Decides single conflicts, which are numbered as they come; whatever is chosen, the same ones come in the same order.
   * What it leaves open the master decides.
   */
  readonly choose?: (conflict: number) => MergeChoice | undefined
}

/** One of the sides, or a value put together of both. */
export type MergeChoice = 'theirs' | 'ours' | { readonly value: Tree }

export interface MergeConflict {
  /** Into the merged body; where the conflict took the part away, the list (or key) that held it. */
  readonly pointer: string
  readonly base?: Tree
  readonly theirs?: Tree
  readonly ours?: Tree
  /** A value put together is one made here. */
  readonly taken: 'theirs' | 'ours'
}

export interface MergeResult<T> {
  readonly merged: T
  /** Where a change made here was kept although the register sent something else; a removal points at its holder. */
  readonly kept: readonly string[]
  readonly conflicts: readonly MergeConflict[]
}

/** Three versions of one value; undefined is absence. */
interface Versions {
  readonly base: Tree | undefined
  readonly theirs: Tree | undefined
  readonly ours: Tree | undefined
}

/** Where a value stands: its pointer, the holder to name when it vanishes, its list and its part. */
interface Spot {
  readonly pointer: string
  readonly holder: string
  readonly list: string
  readonly part: string
}

interface Run {
  readonly master: (part: string) => Master
  readonly choose: (conflict: number) => MergeChoice | undefined
  readonly kept: string[]
  readonly conflicts: MergeConflict[]
}

export function mergePlans<T extends object>(input: MergeInput<T>): MergeResult<T> {
  const { master, choose = () => undefined } = input
  const run: Run = { master, choose, kept: [], conflicts: [] }
  const versions = { base: input.base, theirs: input.theirs, ours: input.ours } as unknown as Versions
  const merged = mergeValue(versions, { pointer: '', holder: '', list: '', part: '' }, run)
  return { merged: merged as unknown as T, kept: run.kept, conflicts: run.conflicts }
}

/** Which side a value comes from, when no closer look is needed. */
function easySide({ base, theirs, ours }: Versions): 'theirs' | 'ours' | undefined {
  if (sameTree(theirs, ours) || sameTree(base, ours)) return 'theirs'
  return sameTree(base, theirs) ? 'ours' : undefined
}

function mergeValue(versions: Versions, spot: Spot, run: Run): Tree | undefined {
  const { base, theirs, ours } = versions
  const easy = easySide(versions)
  if (easy === 'ours') run.kept.push(ours === undefined ? spot.holder : spot.pointer)
  if (easy) return versions[easy]
  if (isTreeObject(theirs) && isTreeObject(ours)) {
    return mergeObjects({ base: isTreeObject(base) ? base : {}, theirs, ours }, spot, run)
  }
  if (isTreeList(theirs) && isTreeList(ours)) {
    return mergeLists({ base: isTreeList(base) ? base : [], theirs, ours }, spot, run)
  }
  return settle(versions, spot, run)
}

function settle({ base, theirs, ours }: Versions, spot: Spot, run: Run): Tree | undefined {
  const choice =
    run.choose(run.conflicts.length) ?? (run.master(spot.part) === 'register' ? 'theirs' : 'ours')
  const taken = choice === 'theirs' ? 'theirs' : 'ours'
  const value = typeof choice === 'object' ? choice.value : choice === 'theirs' ? theirs : ours
  const gone = value === undefined
  run.conflicts.push({
    pointer: gone ? spot.holder : spot.pointer,
    ...(base === undefined ? {} : { base }),
    ...(theirs === undefined ? {} : { theirs }),
    ...(ours === undefined ? {} : { ours }),
    taken,
  })
  return value
}

interface ObjectVersions {
  readonly base: TreeObject
  readonly theirs: TreeObject
  readonly ours: TreeObject
}

function mergeObjects({ base, theirs, ours }: ObjectVersions, spot: Spot, run: Run): TreeObject {
  const merged = new Map<string, Tree>()
  for (const key of keysOf(base, theirs, ours)) {
    const versions = { base: valueAt(base, key), theirs: valueAt(theirs, key), ours: valueAt(ours, key) }
    const pointer = pointerTo(spot.pointer, key)
    const part = spot.part === '' ? key : `${spot.part}/${key}`
    const side = sideOfCode(key, merged, theirs, ours)
    const below = { pointer, holder: pointer, list: key, part }
    const value = side === undefined ? mergeValue(versions, below, run) : versions[side]
    if (value !== undefined) merged.set(key, value)
  }
  return Object.fromEntries(merged)
}

/**
 * A code's version comes from where its code came from: the code of one side with the version of the other would be one
 * that nobody chose. Undefined for everything else; keys are sorted, so the code has been merged before.
 */
function sideOfCode(
  key: string,
  merged: ReadonlyMap<string, Tree>,
  theirs: TreeObject,
  ours: TreeObject,
): 'theirs' | 'ours' | undefined {
  if (!key.endsWith('CodeVersion') && key !== 'codeVersion') return undefined
  const code = key.slice(0, -'Version'.length)
  const [there, here] = [valueAt(theirs, code), valueAt(ours, code)]
  if (sameTree(there, here)) return undefined
  return sameTree(merged.get(code), there) ? 'theirs' : 'ours'
}

interface ListVersions {
  readonly base: readonly Tree[]
  readonly theirs: readonly Tree[]
  readonly ours: readonly Tree[]
}

/** One part in up to three lists, by index; -1 where it is not. */
interface Member {
  readonly base: number
  readonly theirs: number
  readonly ours: number
}

function mergeLists(lists: ListVersions, spot: Spot, run: Run): Tree[] {
  const members = membersOf(lists, spot.list)
  const merged: Tree[] = []
  for (const member of ordered(members, spot, run)) {
    const versions = {
      base: lists.base[member.base],
      theirs: lists.theirs[member.theirs],
      ours: lists.ours[member.ours],
    }
    const pointer = pointerTo(spot.pointer, merged.length)
    const value = mergeValue(versions, { ...spot, pointer, holder: spot.pointer }, run)
    if (value !== undefined) merged.push(value)
  }
  return merged
}

function membersOf({ base, theirs, ours }: ListVersions, list: string): Member[] {
  const theirsToBase = matchParts(list, base, theirs)
  const oursToBase = matchParts(list, base, ours)
  const inTheirs = inverted(theirsToBase)
  const inOurs = inverted(oursToBase)
  const members = base.map((_, at) => ({
    base: at,
    theirs: inTheirs.get(at) ?? -1,
    ours: inOurs.get(at) ?? -1,
  }))

  // Parts that are new on both sides meet only by identity or equality: two different new ones are both kept.
  const newTheirs = [...theirs.keys()].filter(at => theirsToBase[at] === -1)
  const newOurs = [...ours.keys()].filter(at => oursToBase[at] === -1)
  const pick = (side: readonly Tree[], places: readonly number[]) => places.map(at => side[at] ?? null)
  const met = matchParts(list, pick(theirs, newTheirs), pick(ours, newOurs), { byOrder: false })
  const oursOf = inverted(met)
  for (const [i, at] of newTheirs.entries()) {
    members.push({ base: -1, theirs: at, ours: newOurs[oursOf.get(i) ?? -1] ?? -1 })
  }
  for (const [i, at] of newOurs.entries()) if (met[i] === -1) members.push({ base: -1, theirs: -1, ours: at })
  return members.filter(member => member.theirs >= 0 || member.ours >= 0)
}

function inverted(matches: readonly number[]): Map<number, number> {
  return new Map(matches.flatMap((to, from): [number, number][] => (to < 0 ? [] : [[to, from]])))
}

/**
 * The order of the side that moved parts; when both did, of the master of the list (an order carries no data, so it is
 * no conflict). Parts that this side lacks follow the part that they stand after on the other.
 */
function ordered(members: readonly Member[], spot: Spot, run: Run): Member[] {
  const moved = { theirs: hasMoved(members, 'theirs'), ours: hasMoved(members, 'ours') }
  const register = moved.theirs && (!moved.ours || run.master(spot.part) === 'register')
  const lead = register ? 'theirs' : 'ours'
  if (moved.ours && !register) run.kept.push(spot.pointer)
  const placed = inOrderOf(members, lead)
  const known = new Set(placed)
  const followers = new Map<Member | undefined, Member[]>()
  let anchor: Member | undefined
  for (const member of inOrderOf(members, lead === 'theirs' ? 'ours' : 'theirs')) {
    const queue = followers.get(anchor)
    if (known.has(member)) anchor = member
    else if (queue) queue.push(member)
    else followers.set(anchor, [member])
  }
  const behind = (member: Member | undefined) => followers.get(member) ?? []
  return [...behind(undefined), ...placed.flatMap(member => [member, ...behind(member)])]
}

function inOrderOf(members: readonly Member[], side: 'theirs' | 'ours'): Member[] {
  return members.filter(member => member[side] >= 0).sort((a, b) => a[side] - b[side])
}

/** True when parts of the base stand in another order on this side. */
function hasMoved(members: readonly Member[], side: 'theirs' | 'ours'): boolean {
  const places = inOrderOf(members, side).flatMap(member => (member.base < 0 ? [] : [member.base]))
  return places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0))
}
