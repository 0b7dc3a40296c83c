import { canonicalText, isTreeObject, sameTree, type Tree, valueAt } from './rules-tree.ts'

/**
 * What makes two list members the same part of a plan, by the name of the list. The first row whose keys all have a
 * value names the part; lists and members without a row are told apart by equality and order alone.
 */
const identities: Readonly<Record<string, readonly (readonly string[])[]>> = {
  learningPeriods: [['identifier']],
  vocationalUnits: [['unitCode']],
  commonUnits: [['unitCode']],
  localUnits: [['amosaaId'], ['name']],
  priorVocationalUnits: [['unitCode']],
  priorCommonUnits: [['unitCode']],
  priorLocalUnits: [['amosaaId'], ['name']],
  // Subject areas of a unit carry subjectAreaCode, those named by a demonstration only code.
  subjectAreas: [['subjectAreaCode'], ['code']],
  preparatoryParts: [['partCode']],
  learningSupport: [['typeCode', 'unitGroupCode'], ['typeCode']],
  studySkillsStudies: [['name']],
  otherEnvironments: [['code', 'start']],
}

/** Text that names the member inside its list, or undefined when only equality can tell. */
export function identityOf(list: string, member: Tree): string | undefined {
  const rows = Object.hasOwn(identities, list) ? identities[list] : undefined
  if (!rows || !isTreeObject(member)) return undefined
  for (const keys of rows) {
    const values = keys.map(key => valueAt(member, key))
    if (values.every(value => value !== undefined)) return canonicalText([keys.join(), ...values])
  }
  return undefined
}

export interface MatchOptions {
  /** Pairs unequal members that have no identity by their order; without it they stay apart. */
  readonly byOrder: boolean
}

/**
 * For each member of `after` the index of the same part in `before`, or -1. Members of one identity are paired first
 * by equality, then by occurrence, so that removing the first of two does not look like editing both.
 */
export function matchParts(
  list: string,
  before: readonly Tree[],
  after: readonly Tree[],
  options: MatchOptions = { byOrder: true },
): number[] {
  const matches = after.map(() => -1)
  const start = commonStart(before, after)
  for (let i = 0; i < start; i += 1) matches[i] = i
  const groups = new Map<string | undefined, { before: number[]; after: number[] }>()
  collect(groups, list, before, start, 'before')
  collect(groups, list, after, start, 'after')
  for (const [identity, group] of groups) {
    // What came or went whole has nothing to be compared with.
    if (group.before.length === 0 || group.after.length === 0) continue
    const paired = identity !== undefined && group.before.length === 1 && group.after.length === 1
    if (!paired) matchEqual(group, before, after, matches)
    if (identity !== undefined || options.byOrder) {
      group.after.forEach((at, i) => {
        matches[at] = group.before[i] ?? -1
      })
    }
  }
  return matches
}

function commonStart(before: readonly Tree[], after: readonly Tree[]): number {
  const shorter = Math.min(before.length, after.length)
  for (let i = 0; i < shorter; i += 1) if (!sameTree(before[i], after[i])) return i
  return shorter
}

type Groups = Map<string | undefined, { before: number[]; after: number[] }>

function collect(
  groups: Groups,
  list: string,
  members: readonly Tree[],
  start: number,
  side: 'before' | 'after',
) {
  for (const [at, member] of members.entries()) {
    if (at < start) continue
    const identity = identityOf(list, member)
    const group = groups.get(identity) ?? { before: [], after: [] }
    group[side].push(at)
    groups.set(identity, group)
  }
}

/** Pairs equal members and leaves the others in the group. */
function matchEqual(
  group: { before: number[]; after: number[] },
  before: readonly Tree[],
  after: readonly Tree[],
  matches: number[],
): void {
  const waiting = new Map<string, number[]>()
  for (const at of group.before.toReversed()) {
    const text = canonicalText(before[at] ?? null)
    const queue = waiting.get(text)
    if (queue) queue.push(at)
    else waiting.set(text, [at])
  }
  const taken = new Set<number>()
  group.after = group.after.filter(at => {
    const found = waiting.get(canonicalText(after[at] ?? null))?.pop()
    if (found === undefined) return true
    matches[at] = found
    taken.add(found)
    return false
  })
  group.before = group.before.filter(at => !taken.has(at))
}
