/**
 * Checks a plan: what the national service would refuse (`error`) and what a person should look at.
 * Pure: the same plan, study right and day give the same findings.
 */
import type { Finding, Plan, PlanPatch } from './contract.ts'
import type { CommonUnit, LearningPeriod, PriorCommonUnit, SubjectArea } from './contract-units.ts'
import { adviseCharacters } from './rules-characters.ts'
import { type Check, type CheckOptions, each, report, startCheck } from './rules-check.ts'
import { adviseDemonstration, adviseVerification } from './rules-demonstrations.ts'
import { checkHead, checkLearningSupport, checkPreparatoryPart, checkStudySkills } from './rules-parts.ts'
import { adviseIdentifiers, adviseOverlaps, advisePeriod, type PlacedPeriod } from './rules-period-advice.ts'
import { checkInterruptions, checkPeriod } from './rules-periods.ts'
import {
  advisePeriodCodes,
  advisePlanCodes,
  adviseStructure,
  adviseUnitCodes,
  type Coded,
} from './rules-reference.ts'
import { checkStudyRight } from './rules-study-right.ts'

export type { CheckOptions, FindingCode, PlanReference, QualificationReference } from './rules-check.ts'

/** @returns findings in the order of the plan; pointers are into the plan given. */
export function checkPlan(plan: Plan | PlanPatch, options: CheckOptions): Finding[] {
  const check = startCheck(options)
  if (options.studyRight === null && plan.studyRightOid !== undefined) {
    report(check, 'warning', 'study-right-unknown', ['studyRightOid'])
  }
  checkHead(check, plan)
  checkStudyRight(check, plan)
  const periods = checkUnits(check, plan)
  adviseIdentifiers(check, periods)
  adviseOverlaps(check, periods)
  each(check, 'preparatoryParts', plan.preparatoryParts, checkPreparatoryPart)
  each(check, 'studySkillsStudies', plan.studySkillsStudies, checkStudySkills)
  each(check, 'learningSupport', plan.learningSupport, checkLearningSupport)
  adviseCharacters(check, plan)
  if (options.reference !== undefined) {
    advisePlanCodes(check, plan)
    adviseStructure(check, plan)
  }
  return check.findings
}

/** @returns every whole learning period with its place. */
function checkUnits(check: Check, plan: Plan | PlanPatch): PlacedPeriod[] {
  const periods: PlacedPeriod[] = []
  const acquire = (_: Check, unit: Acquiring) => checkAcquiring(check, unit, periods)
  each(check, 'vocationalUnits', plan.vocationalUnits, acquire)
  each(check, 'localUnits', plan.localUnits, (_, unit) => {
    if (check.isWhole(unit) && !unit.name?.trim()) report(check, 'warning', 'local-unit-without-name')
    checkAcquiring(check, unit, periods)
  })
  each(check, 'commonUnits', plan.commonUnits, (_, unit) => {
    checkCommonUnit(check, unit)
    each(check, 'subjectAreas', unit.subjectAreas, acquire)
  })
  each(check, 'priorVocationalUnits', plan.priorVocationalUnits, checkPrior)
  each(check, 'priorLocalUnits', plan.priorLocalUnits, checkPrior)
  each(check, 'priorCommonUnits', plan.priorCommonUnits, (_, unit) => {
    checkCommonUnit(check, unit)
    checkPrior(check, unit)
    each(check, 'subjectAreas', unit.subjectAreas, checkPrior)
  })
  return periods
}

type Acquiring = Pick<SubjectArea, 'learningPeriods' | 'demonstrations'> & Coded
type Prior = Parameters<typeof adviseVerification>[1] & object

function checkCommonUnit(check: Check, unit: CommonUnit | PriorCommonUnit): void {
  if (check.isWhole(unit) && unit.subjectAreas.length === 0) {
    report(check, 'warning', 'common-unit-without-subject-areas', ['subjectAreas'])
  }
}

function checkAcquiring(check: Check, unit: Acquiring, periods: PlacedPeriod[]): void {
  if (check.reference !== undefined) adviseUnitCodes(check, unit)
  each(check, 'learningPeriods', unit.learningPeriods, (_, period) => checkOnePeriod(check, period, periods))
  each(check, 'demonstrations', unit.demonstrations, adviseDemonstration)
}

function checkOnePeriod(check: Check, period: LearningPeriod, periods: PlacedPeriod[]): void {
  if (check.isWhole(period)) {
    checkPeriod(check, period)
    advisePeriod(check, period)
    if (check.reference !== undefined) advisePeriodCodes(check, period)
    periods.push({ period, path: [...check.path] })
  }
  checkInterruptions(check, period)
}

function checkPrior(check: Check, part: Prior): void {
  if (check.isWhole(part)) {
    adviseVerification(check, part)
    if (check.reference !== undefined) adviseUnitCodes(check, part)
  }
  each(check, 'demonstrations', part.demonstrations, adviseDemonstration)
}
