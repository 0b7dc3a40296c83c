import { codeKey } from '../codes/rules.ts'
import type { Plan } from '../plans/contract.ts'
import type {
  Demonstration,
  LearningPeriod,
  PriorCommonUnit,
  PriorSubjectArea,
  PriorVocationalUnit,
} from '../plans/contract-units.ts'
import { apprenticeship, trainingAgreement } from '../plans/rules-law.ts'
import type { Assessor, Effect, PeriodChoice, Target, VerificationRoute } from './contract.ts'
import { routeCodes } from './rules.ts'

/** A part that is recognised, with how it was verified. */
export interface Recognised {
  readonly part: Target
  readonly assessors: readonly Assessor[]
  readonly sentOn: string | undefined
}

export interface EffectOptions {
  readonly route: VerificationRoute
  readonly periods: PeriodChoice
  readonly today: string
  /** The newest version of a code that is known. */
  readonly versionOf: (code: string) => number | undefined
}

interface Changed {
  readonly plan: Plan
  readonly effects: readonly Effect[]
}

/**
 * The plan in which these parts are prior competence. What was to be acquired goes as far as it is still to come: what has been
 * is history and stays. Of what goes with an agreement, somebody must tell the workplace.
 */
export function recognisedPlan(
  plan: Plan,
  recognised: readonly Recognised[],
  options: EffectOptions,
): Changed {
  return recognised.reduce<Changed>(
    (before, one) => {
      const { effects, plan: next } =
        one.part.subjectAreaCode === undefined
          ? recogniseUnit(before.plan, one, options)
          : recogniseArea(before.plan, one, one.part.subjectAreaCode, options)
      return { plan: next, effects: [...before.effects, ...effects] }
    },
    { plan, effects: [] },
  )
}

const same = (a: string, b: string): boolean => codeKey(a) === codeKey(b)

function recogniseUnit(plan: Plan, one: Recognised, options: EffectOptions): Changed {
  const { unitCode } = one.part
  const unit = plan.vocationalUnits?.find(each => same(each.unitCode, unitCode))
  const rest = unit && restOf(unit, one.part, options)
  const prior: PriorVocationalUnit = {
    unitCode: unit?.unitCode ?? unitCode,
    unitCodeVersion: unit?.unitCodeVersion ?? options.versionOf(unitCode) ?? 1,
    ...(unit?.requirementsDiaryNumber === undefined
      ? {}
      : { requirementsDiaryNumber: unit.requirementsDiaryNumber }),
    ...(unit?.providerOid === undefined ? {} : { providerOid: unit.providerOid }),
    ...verified(one, options, rest?.moved ?? []),
  }
  const vocationalUnits = plan.vocationalUnits?.flatMap(each => (each === unit ? (rest?.left ?? []) : [each]))
  return {
    plan: {
      ...plan,
      ...(vocationalUnits === undefined ? {} : { vocationalUnits }),
      priorVocationalUnits: [...(plan.priorVocationalUnits ?? []), prior],
    },
    effects: [{ kind: 'prior-added', part: one.part }, ...(rest?.effects ?? [])],
  }
}

function recogniseArea(plan: Plan, one: Recognised, areaCode: string, options: EffectOptions): Changed {
  const { unitCode } = one.part
  const unit = plan.commonUnits?.find(each => same(each.unitCode, unitCode))
  const area = unit?.subjectAreas.find(each => same(each.subjectAreaCode, areaCode))
  const rest = area && restOf(area, one.part, options)
  const prior: PriorSubjectArea = {
    subjectAreaCode: area?.subjectAreaCode ?? areaCode,
    subjectAreaCodeVersion: area?.subjectAreaCodeVersion ?? options.versionOf(areaCode) ?? 1,
    ...verified(one, options, rest?.moved ?? []),
  }
  const commonUnits = plan.commonUnits?.flatMap(each => {
    if (each !== unit) return [each]
    const subjectAreas = each.subjectAreas.flatMap(other => (other === area ? (rest?.left ?? []) : [other]))
    return subjectAreas.length === 0 ? [] : [{ ...each, subjectAreas }]
  })
  const version = unit?.unitCodeVersion ?? options.versionOf(unitCode) ?? 1
  return {
    plan: {
      ...plan,
      ...(commonUnits === undefined ? {} : { commonUnits }),
      priorCommonUnits: withArea(plan.priorCommonUnits ?? [], { unitCode, unitCodeVersion: version }, prior),
    },
    effects: [{ kind: 'prior-added', part: one.part }, ...(rest?.effects ?? [])],
  }
}

function withArea(
  units: readonly PriorCommonUnit[],
  unit: Pick<PriorCommonUnit, 'unitCode' | 'unitCodeVersion'>,
  area: PriorSubjectArea,
): PriorCommonUnit[] {
  if (!units.some(each => same(each.unitCode, unit.unitCode)))
    return [...units, { ...unit, subjectAreas: [area] }]
  return units.map(each =>
    same(each.unitCode, unit.unitCode) ? { ...each, subjectAreas: [...each.subjectAreas, area] } : each,
  )
}

/** How it was verified, as the national model says it; with the demonstrations in which it was or will be shown. */
function verified(
  { assessors, sentOn }: Recognised,
  options: EffectOptions,
  moved: readonly Demonstration[],
) {
  const code = routeCodes[options.route]
  const people = assessors.map(({ institutionOid, name }) => ({
    name,
    organisation: institutionOid === undefined ? {} : { institutionOid },
  }))
  return {
    verificationCode: code,
    verificationCodeVersion: options.versionOf(code) ?? 1,
    ...(options.route === 'assessors'
      ? {
          verificationDetails: {
            ...(sentOn === undefined ? {} : { sentForAssessmentOn: sentOn }),
            assessors: people,
          },
        }
      : {}),
    ...(moved.length === 0 ? {} : { demonstrations: [...moved] }),
  }
}

interface Acquired {
  readonly learningPeriods?: LearningPeriod[]
  readonly demonstrations?: Demonstration[]
}

interface Rest<Unit> {
  /** The unit with what has been, or nothing. */
  readonly left: readonly Unit[]
  /** Demonstrations that go along to prior competence. */
  readonly moved: readonly Demonstration[]
  readonly effects: readonly Effect[]
}

/** What stays of a unit when it is recognised. */
function restOf<Unit extends Acquired>(unit: Unit, part: Target, options: EffectOptions): Rest<Unit> {
  const periods = (unit.learningPeriods ?? []).map(period => restOfPeriod(period, part, options))
  const { demonstrations = [] } = unit
  const moved = options.route === 'demonstration' ? demonstrations : []
  const toCome = demonstrations.filter(one => one.start > options.today)
  const gone = options.route === 'demonstration' ? demonstrations : options.periods === 'end' ? toCome : []
  const kept = demonstrations.filter(one => !gone.includes(one))
  const learningPeriods = periods.flatMap(period => period.left)
  const stays = options.periods === 'keep' || learningPeriods.length + kept.length > 0
  const word = moved.length > 0 ? 'demonstration-moved' : 'demonstration-removed'
  const { demonstrations: _d, learningPeriods: _p, ...head } = unit
  const left = {
    ...head,
    ...(learningPeriods.length > 0 ? { learningPeriods } : {}),
    ...(kept.length > 0 ? { demonstrations: kept } : {}),
  } as Unit
  return {
    left: stays ? [left] : [],
    moved,
    effects: [
      { kind: stays ? 'unit-kept' : 'unit-removed', part },
      ...periods.flatMap(period => period.effects),
      ...gone.map(({ end, start }): Effect => ({ kind: word, part, start, end })),
      ...kept.map(({ end, start }): Effect => ({ kind: 'demonstration-kept', part, start, end })),
    ],
  }
}

const agreements: readonly string[] = [trainingAgreement, apprenticeship].map(codeKey)

function restOfPeriod(period: LearningPeriod, part: Target, { periods, today }: EffectOptions) {
  const { end, methodCode, start, workplace } = period
  const about = {
    part,
    start,
    end,
    ...(workplace === undefined ? {} : { workplace: workplace.name }),
    ...(agreements.includes(codeKey(methodCode)) ? { agreement: true } : {}),
  }
  const told = (kind: Effect['kind'], left: readonly LearningPeriod[]) => ({
    left,
    effects: [{ kind, ...about }] as readonly Effect[],
  })
  if (periods === 'keep' || end <= today) return told('period-kept', [period])
  return start > today ? told('period-removed', []) : told('period-shortened', [shortened(period, today)])
}

/** The period until today, with what in it goes on ended likewise. */
function shortened(period: LearningPeriod, today: string): LearningPeriod {
  const cut = <T extends { start: string; end?: string }>(one: T): T[] =>
    one.start > today ? [] : [one.end === undefined || one.end > today ? { ...one, end: today } : one]
  const { interruptions, otherEnvironments } = period
  return {
    ...period,
    end: today,
    ...(interruptions === undefined ? {} : { interruptions: interruptions.flatMap(cut) }),
    ...(otherEnvironments === undefined ? {} : { otherEnvironments: otherEnvironments.flatMap(cut) }),
  }
}
