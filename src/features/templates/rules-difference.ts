import { codeKey } from '../codes/rules.ts'
import { sameTree, type Tree } from '../plans/rules-tree.ts'
import type { TemplateBody, TemplateUnit } from './contract.ts'
import { coursesOf } from './rules-courses.ts'

/** One thing that differs between two versions; `templates.changes.<code>` is its text. */
export interface TemplateChange {
  readonly code:
    | 'unit-added'
    | 'unit-removed'
    | 'unit-moved'
    | 'unit-changed'
    | 'area-added'
    | 'area-removed'
    | 'period-added'
    | 'period-removed'
    | 'period-changed'
    | 'demonstration-added'
    | 'demonstration-removed'
    | 'demonstration-changed'
    | 'breaks'
    | 'career-plan'
  /** Whose: a code, or the name of a local unit. */
  readonly unit?: string
  readonly name?: string
  readonly from?: Weeks
  readonly to?: Weeks
}

/** Weeks as people count them: the first is 1. */
export interface Weeks {
  readonly first: number
  readonly last: number
}

const weeksOf = ({ week, weeks }: { week: number; weeks: number }): Weeks => ({
  first: week + 1,
  last: week + weeks,
})

/** What was changed between two versions, in the order of the newer one. Units and parts are followed by their ids. */
export function templateChanges(before: TemplateBody, after: TemplateBody): TemplateChange[] {
  const was = new Map(before.units.map(unit => [unit.id, unit]))
  const is = new Set(after.units.map(unit => unit.id))
  const kept = before.units.filter(unit => is.has(unit.id)).map(unit => unit.id)
  const now = after.units.filter(unit => was.has(unit.id)).map(unit => unit.id)
  return [
    ...before.units.filter(unit => !is.has(unit.id)).map(unit => said('unit-removed', unit)),
    ...after.units.flatMap((unit): TemplateChange[] => {
      const old = was.get(unit.id)
      if (old === undefined) return [said('unit-added', unit)]
      const moved = kept.indexOf(unit.id) !== now.indexOf(unit.id) ? [said('unit-moved', unit)] : []
      return [...moved, ...unitChanges(old, unit)]
    }),
    ...(same(before.breaks, after.breaks) ? [] : [{ code: 'breaks' as const }]),
    ...(before.careerPlanCode === after.careerPlanCode ? [] : [{ code: 'career-plan' as const }]),
  ]
}

const same = (a: unknown, b: unknown): boolean => sameTree((a ?? null) as Tree, (b ?? null) as Tree)

function said(code: TemplateChange['code'], unit: TemplateUnit, area?: string): TemplateChange {
  if (area !== undefined) return { code, unit: area }
  return unit.kind === 'local' ? { code, name: unit.name } : { code, unit: unit.code }
}

function unitChanges(before: TemplateUnit, after: TemplateUnit): TemplateChange[] {
  const [was, is] = [headOf(before), headOf(after)]
  const head = same(was, is) ? [] : [said('unit-changed', after)]
  const [old, now] = [before, after].map(unit => coursesOf({ units: [unit], breaks: [] }))
  const keyOf = ({ area }: { readonly area?: string }) => (area === undefined ? '' : codeKey(area))
  const oldBy = new Map((old ?? []).map(course => [keyOf(course), course]))
  const nowBy = new Map((now ?? []).map(course => [keyOf(course), course]))
  const gone = [...oldBy].filter(([key]) => !nowBy.has(key))
  return [
    ...head,
    ...gone.map(([, course]) => said('area-removed', before, course.area)),
    ...[...nowBy].flatMap(([key, course]): TemplateChange[] => {
      const earlier = oldBy.get(key)
      if (earlier === undefined) return [said('area-added', after, course.area)]
      const about = (code: TemplateChange['code']) => said(code, after, course.area)
      return [
        ...partChanges(earlier.periods, course.periods, 'period', about),
        ...partChanges(earlier.demonstrations, course.demonstrations, 'demonstration', about),
      ]
    }),
  ]
}

function headOf(unit: TemplateUnit): unknown {
  if (unit.kind === 'local') return [unit.name, unit.points, unit.description]
  return unit.kind === 'vocational' ? [unit.code, unit.diaryNumber] : unit.code
}

interface Part {
  readonly id: string
  readonly week: number
  readonly weeks: number
}

function partChanges(
  before: readonly Part[],
  after: readonly Part[],
  kind: 'period' | 'demonstration',
  about: (code: TemplateChange['code']) => TemplateChange,
): TemplateChange[] {
  const is = new Set(after.map(part => part.id))
  return [
    ...before
      .filter(part => !is.has(part.id))
      .map(part => ({ ...about(`${kind}-removed`), from: weeksOf(part) })),
    ...after.flatMap((part): TemplateChange[] => {
      const old = before.find(one => one.id === part.id)
      if (old === undefined) return [{ ...about(`${kind}-added`), to: weeksOf(part) }]
      if (same(old, part)) return []
      return [{ ...about(`${kind}-changed`), from: weeksOf(old), to: weeksOf(part) }]
    }),
  ]
}
