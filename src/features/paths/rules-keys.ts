/**
 * Keys of parts and periods: what names them in proposals, comments and links while the plan goes on from version to
 * version. They tell the thing and never its place in a list: where it is gone, its key leads nowhere. What has no
 * identifier of its own is named by a mark that nobody can read.
 */
import type { StoredPlan } from '../plans/rules-contacts.ts'
import { markOf } from '../plans/rules-marks.ts'

type Units = NonNullable<StoredPlan['vocationalUnits']>
type Period = NonNullable<Units[number]['learningPeriods']>[number]

export const wholePlan = 'plan'

export const unitKey = (unitCode: string): string => `unit:${unitCode}`
export const areaKey = (unitCode: string, areaCode: string): string => `area:${unitCode}:${areaCode}`
export const partKey = (partCode: string): string => `part:${partCode}`

type Local = { readonly amosaaId?: string | undefined; readonly name?: string | undefined }

export const localKeys = (units: readonly Local[] = []): string[] =>
  apart(units.map(({ amosaaId, name }) => `local:${amosaaId ?? markOf([name])}`))

interface Keys {
  readonly key: string
  /** The one that a period had before it got its identifier. */
  readonly formerKey?: string | undefined
}

/** A period is named by its identifier; before it has one, by its part and its first day. */
export function periodKeys(
  part: string,
  periods: readonly Pick<Period, 'identifier' | 'start'>[] = [],
): Keys[] {
  const unnamed = apart(periods.map(({ start }) => `period-of:${markOf([part, start])}`))
  return periods.map(({ identifier }, at) => {
    const formerKey = unnamed[at] ?? ''
    return identifier === undefined ? { key: formerKey } : { key: `period:${identifier}`, formerKey }
  })
}

export const demonstrationKeys = (part: string, list: readonly { readonly start: string }[] = []): string[] =>
  apart(list.map(({ start }) => `demonstration:${markOf([part, start])}`))

export const skillsKeys = (studies: readonly { readonly name?: string | undefined }[] = []): string[] =>
  apart(studies.map(({ name }) => `skills:${markOf([name])}`))

/** Those that would be the same are counted. */
function apart(keys: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return keys.map(key => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count === 1 ? key : `${key}-${count}`
  })
}

/** What a key names, also one from before a period got its identifier. */
export const namedBy = <T extends Keys>(things: readonly T[], key: string): T | undefined =>
  things.find(thing => thing.key === key) ?? things.find(thing => thing.formerKey === key)

interface Acquiring {
  readonly learningPeriods?: readonly Period[] | undefined
}

/** Where in a plan the period of a key stands, as a pointer; undefined when the plan has no such period any more. */
export function periodPointer(plan: StoredPlan, key: string): string | undefined {
  const places = [...placesOf(plan)].flatMap(([pointer, part, partOf]) =>
    periodKeys(partOf, part.learningPeriods).map((keys, at) => ({
      ...keys,
      pointer: `${pointer}/learningPeriods/${at}`,
    })),
  )
  return namedBy(places, key)?.pointer
}

/** Where in a plan the vocational unit of a key stands. */
export function unitPointer(plan: StoredPlan, key: string): string | undefined {
  const at = (plan.vocationalUnits ?? []).findIndex(({ unitCode }) => unitKey(unitCode) === key)
  return at < 0 ? undefined : `/vocationalUnits/${at}`
}

/** Where in a plan the part or the period of a key stands; the plan itself where the key is of the whole. */
export function placePointer(plan: StoredPlan, key: string): string | undefined {
  if (key === wholePlan) return ''
  for (const [pointer, , partOf] of placesOf(plan)) if (partOf === key) return pointer
  return periodPointer(plan, key)
}

function* placesOf(plan: StoredPlan): Generator<[string, Acquiring, string]> {
  for (const [i, unit] of (plan.vocationalUnits ?? []).entries())
    yield [`/vocationalUnits/${i}`, unit, unitKey(unit.unitCode)]
  const locals = localKeys(plan.localUnits)
  for (const [i, unit] of (plan.localUnits ?? []).entries()) yield [`/localUnits/${i}`, unit, locals[i] ?? '']
  for (const [i, unit] of (plan.commonUnits ?? []).entries()) {
    for (const [j, area] of unit.subjectAreas.entries())
      yield [`/commonUnits/${i}/subjectAreas/${j}`, area, areaKey(unit.unitCode, area.subjectAreaCode)]
  }
}
