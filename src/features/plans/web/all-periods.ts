import type { StoredPlan } from '../rules-contacts.ts'
import type { LearningPeriod } from './stored.ts'

export interface FoundPeriod {
  readonly pointer: string
  readonly period: LearningPeriod
}

/** Every learning period of a plan with its place. */
export function allPeriods(plan: StoredPlan): readonly FoundPeriod[] {
  const acquiring = [
    ...(plan.vocationalUnits ?? []).map((unit, i) => ({ unit, pointer: `/vocationalUnits/${i}` })),
    ...(plan.localUnits ?? []).map((unit, i) => ({ unit, pointer: `/localUnits/${i}` })),
    ...(plan.commonUnits ?? []).flatMap((common, i) =>
      common.subjectAreas.map((unit, j) => ({ unit, pointer: `/commonUnits/${i}/subjectAreas/${j}` })),
    ),
  ]
  return acquiring.flatMap(({ unit, pointer }) =>
    (unit.learningPeriods ?? []).map((period, index) => ({
      period,
      pointer: `${pointer}/learningPeriods/${index}`,
    })),
  )
}
