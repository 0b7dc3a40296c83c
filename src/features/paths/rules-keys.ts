/**
 * Keys of parts and periods: what names them in proposals and comments while the plan goes on from version to version.
 * A period has its identifier; before it has one, its place in its part.
 */
import type { StoredPlan } from '../plans/rules-contacts.ts'

type Units = NonNullable<StoredPlan['vocationalUnits']>
type Period = NonNullable<Units[number]['learningPeriods']>[number]

export const wholePlan = 'plan'

export const unitKey = (unitCode: string): string => `unit:${unitCode}`
export const areaKey = (unitCode: string, areaCode: string): string => `area:${unitCode}:${areaCode}`
export const partKey = (partCode: string): string => `part:${partCode}`

export function localKey({ amosaaId }: { readonly amosaaId?: string | undefined }, at: number): string {
  return `local:${amosaaId ?? at}`
}

export function periodKey(part: string, { identifier }: Pick<Period, 'identifier'>, at: number): string {
  return identifier === undefined ? `period-of:${at}:${part}` : `period:${identifier}`
}

export const demonstrationKey = (part: string, at: number): string => `demonstration:${at}:${part}`

interface Acquiring {
  readonly learningPeriods?: readonly Period[] | undefined
}

/** Where in a plan the period of a key stands, as a pointer; undefined when the plan has no such period any more. */
export function periodPointer(plan: StoredPlan, key: string): string | undefined {
  for (const [pointer, part, partOf] of placesOf(plan)) {
    const at = (part.learningPeriods ?? []).findIndex((period, i) => periodKey(partOf, period, i) === key)
    if (at >= 0) return `${pointer}/learningPeriods/${at}`
  }
  return undefined
}

/** Where in a plan the vocational unit of a key stands. */
export function unitPointer(plan: StoredPlan, key: string): string | undefined {
  const at = (plan.vocationalUnits ?? []).findIndex(({ unitCode }) => unitKey(unitCode) === key)
  return at < 0 ? undefined : `/vocationalUnits/${at}`
}

function* placesOf(plan: StoredPlan): Generator<[string, Acquiring, string]> {
  for (const [i, unit] of (plan.vocationalUnits ?? []).entries())
    yield [`/vocationalUnits/${i}`, unit, unitKey(unit.unitCode)]
  for (const [i, unit] of (plan.localUnits ?? []).entries())
    yield [`/localUnits/${i}`, unit, localKey(unit, i)]
  for (const [i, unit] of (plan.commonUnits ?? []).entries()) {
    for (const [j, area] of unit.subjectAreas.entries())
      yield [`/commonUnits/${i}/subjectAreas/${j}`, area, areaKey(unit.unitCode, area.subjectAreaCode)]
  }
}
