import type { StoredPlan } from '../rules-contacts.ts'
import { steps } from './placement.ts'
import type { LearningPeriod } from './stored.ts'

/** What the forms hold: text as typed, dates as YYYY-MM-DD or empty. */
export interface PeriodValues {
  readonly start: string
  readonly end: string
  readonly partTimeShare: string
  readonly periodNote: string
}

export interface BasicsValues {
  readonly careerPlanCode: string
  readonly competenceAchievedOn: string
}

export function periodValues(period: LearningPeriod): PeriodValues {
  return {
    start: period.start,
    end: period.end,
    partTimeShare: period.partTimeShare === undefined ? '' : String(period.partTimeShare),
    periodNote: period.periodNote ?? '',
  }
}

export function basicsValues(plan: StoredPlan): BasicsValues {
  return {
    careerPlanCode: plan.careerPlanCode ?? '',
    competenceAchievedOn: plan.competenceAchievedOn ?? '',
  }
}

export type PeriodProblem = 'start' | 'end' | 'order' | 'share'

/** The first thing that keeps the values from being a period; the server checks the rest with all its rules. */
export function periodProblem(values: PeriodValues): PeriodProblem | undefined {
  if (values.start === '') return 'start'
  if (values.end === '') return 'end'
  if (values.end < values.start) return 'order'
  if (values.partTimeShare.trim() !== '' && !/^([1-9]\d?|100)$/.test(values.partTimeShare.trim()))
    return 'share'
  return undefined
}

export function applyPeriod(plan: StoredPlan, pointer: string, values: PeriodValues): StoredPlan {
  const share = values.partTimeShare.trim()
  return changeAt(plan, steps(pointer), period => {
    const { partTimeShare: _share, periodNote: _note, ...rest } = period
    return {
      ...rest,
      start: values.start,
      end: values.end,
      ...(share === '' ? {} : { partTimeShare: Number(share) }),
      ...(values.periodNote.trim() === '' ? {} : { periodNote: values.periodNote.trim() }),
    }
  }) as StoredPlan
}

export function applyBasics(plan: StoredPlan, values: BasicsValues): StoredPlan {
  const { careerPlanCode, careerPlanCodeVersion, competenceAchievedOn: _achieved, ...rest } = plan
  // The version belongs to the code that was there: kept with it, begun anew with another.
  const version = values.careerPlanCode === careerPlanCode ? careerPlanCodeVersion : 1
  return {
    ...rest,
    ...(values.careerPlanCode === '' ? {} : { careerPlanCode: values.careerPlanCode }),
    ...(values.careerPlanCode === '' || version === undefined ? {} : { careerPlanCodeVersion: version }),
    ...(values.competenceAchievedOn === '' ? {} : { competenceAchievedOn: values.competenceAchievedOn }),
  }
}

type Body = Record<string, unknown>

/** A copy in which only the object at the path is another; everything beside it stays the same value. */
function changeAt(value: unknown, path: readonly string[], change: (found: Body) => Body): unknown {
  const [step, ...rest] = path
  if (Array.isArray(value))
    return value.map((member, index) => (String(index) === step ? changeAt(member, rest, change) : member))
  if (typeof value !== 'object' || value === null) return value
  const body = value as Body
  if (step === undefined) return change(body)
  return { ...body, [step]: changeAt(body[step], rest, change) }
}

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

/** The same period in another version of the plan: by its identifier, or by its place where it has none. */
export function samePeriod(plan: StoredPlan, sought: FoundPeriod): FoundPeriod | undefined {
  const { identifier, methodCode } = sought.period
  return allPeriods(plan).find(({ pointer, period }) =>
    identifier === undefined
      ? pointer === sought.pointer && period.methodCode === methodCode
      : period.identifier === identifier,
  )
}

/** What is being edited in the dialog. */
export type Editing = { readonly what: 'basics' } | ({ readonly what: 'period' } & FoundPeriod)
