import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { YearRow } from './contract.ts'

/** A group as it is before a change of year. */
export interface GroupBefore {
  readonly code: string
  readonly name: string | null
  readonly teacherId: string | null
  readonly endsOn: string | null
  readonly version: number
}

/** A group as it will be. */
export interface GroupAfter {
  readonly code: string
  readonly name: string | null
  readonly teacherId: string | null
  readonly endsOn: string | null
  readonly continuesAs: string | null
}

/** Students of a group who go with it; those who have another teacher than the group keep theirs. */
export interface Move {
  readonly from: string
  /** Null: left without a group, because another one takes the code. */
  readonly to: string | null
  readonly teacherFrom: string | null
  readonly teacherTo: string | null
}

export interface Problem {
  /** Of the row. */
  readonly index: number
  readonly code: 'unknown' | 'changed-since' | 'twice' | 'same-target' | 'taken'
}

export type YearPlan =
  | { readonly ok: true; readonly groups: readonly GroupAfter[]; readonly moves: readonly Move[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * What a change of year does, all of it at once: 1A may become 2A while 2A becomes 3A. Rows that change nothing of their
 * group are left out.
 */
export function planYear(
  rows: readonly YearRow[],
  groups: ReadonlyMap<string, GroupBefore>,
  today: PlainDate,
): YearPlan {
  const problems = problemsOf(rows, groups)
  if (problems.length > 0) return { ok: false, problems }
  const pairs = rows.flatMap(row => {
    const before = groups.get(row.code)
    return before === undefined ? [] : [{ row, before, after: afterOf(row, before) }]
  })
  const targets = new Map(pairs.flatMap(({ after }) => (after === undefined ? [] : [[after.code, after]])))
  const closed = pairs
    .filter(({ before, after }) => after?.code !== before.code && !targets.has(before.code))
    .map(({ before, after }) => ({ ...stays(before), endsOn: today, continuesAs: after?.code ?? null }))
  const changed = [...targets.values()].filter(after => differs(groups.get(after.code), after))
  const moves = pairs.flatMap(({ before, after }) => moveOf(before, after, targets))
  const left = [...targets.keys()].flatMap(code => leftOf(code, rows, groups))
  return { ok: true, groups: [...closed, ...changed], moves: [...moves, ...left] }
}

function problemsOf(rows: readonly YearRow[], groups: ReadonlyMap<string, GroupBefore>): Problem[] {
  const [codes, targets] = [new Set<string>(), new Set<string>()]
  const leaving = new Set(rows.map(row => row.code))
  return rows.flatMap((row, index) => {
    const found = problemOf(row, { groups, codes, targets, leaving })
    codes.add(row.code)
    if (row.continuesAs !== null) targets.add(row.continuesAs)
    return found === undefined ? [] : [{ index, code: found }]
  })
}

interface Around {
  readonly groups: ReadonlyMap<string, GroupBefore>
  readonly codes: ReadonlySet<string>
  readonly targets: ReadonlySet<string>
  readonly leaving: ReadonlySet<string>
}

function problemOf(row: YearRow, around: Around): Problem['code'] | undefined {
  const before = around.groups.get(row.code)
  if (before === undefined) return 'unknown'
  if (around.codes.has(row.code)) return 'twice'
  if (before.version !== row.version) return 'changed-since'
  const target = row.continuesAs
  if (target === null) return undefined
  if (around.targets.has(target)) return 'same-target'
  // An open group under the code must itself go on or end; a closed one may be opened again.
  const there = around.groups.get(target)
  return there && there.endsOn === null && !around.leaving.has(target) ? 'taken' : undefined
}

function afterOf(row: YearRow, before: GroupBefore): GroupAfter | undefined {
  if (row.continuesAs === null) return undefined
  return {
    code: row.continuesAs,
    name: row.name === undefined ? before.name : row.name,
    teacherId: row.teacherId === undefined ? before.teacherId : row.teacherId,
    endsOn: null,
    continuesAs: null,
  }
}

const stays = ({ code, name, teacherId }: GroupBefore) => ({ code, name, teacherId })

function differs(before: GroupBefore | undefined, after: GroupAfter): boolean {
  return (
    before === undefined ||
    before.name !== after.name ||
    before.teacherId !== after.teacherId ||
    before.endsOn !== null
  )
}

function moveOf(
  before: GroupBefore,
  after: GroupAfter | undefined,
  targets: ReadonlyMap<string, GroupAfter>,
): Move[] {
  const from = before.code
  if (after === undefined) {
    // Whose group ended keep its code, unless it is another group's from now on.
    return targets.has(from)
      ? [{ from, to: null, teacherFrom: before.teacherId, teacherTo: before.teacherId }]
      : []
  }
  if (after.code === from && after.teacherId === before.teacherId) return []
  return [{ from, to: after.code, teacherFrom: before.teacherId, teacherTo: after.teacherId }]
}

/** Whoever was left in a group when it ended is not in the one that takes its code. */
function leftOf(code: string, rows: readonly YearRow[], groups: ReadonlyMap<string, GroupBefore>): Move[] {
  const closed = groups.get(code)
  if (closed === undefined || rows.some(row => row.code === code)) return []
  return [{ from: code, to: null, teacherFrom: closed.teacherId, teacherTo: closed.teacherId }]
}

/** The rows that undo a change of year, told with the versions that it left. */
export function undoOf(
  rows: readonly YearRow[],
  groups: ReadonlyMap<string, GroupBefore>,
  versions: ReadonlyMap<string, number>,
): YearRow[] {
  const targets = new Set(rows.flatMap(row => row.continuesAs ?? []))
  return rows.flatMap(row => {
    const before = groups.get(row.code)
    const now = row.continuesAs ?? row.code
    const version = versions.get(now) ?? before?.version
    if (before === undefined || version === undefined) return []
    // Who was left without a group cannot be told from others without one.
    if (row.continuesAs === null && targets.has(row.code)) return []
    return [{ code: now, version, continuesAs: row.code, name: before.name, teacherId: before.teacherId }]
  })
}
