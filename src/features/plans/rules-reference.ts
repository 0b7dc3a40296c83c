/** The plan against loaded code sets and the structure of the qualification. Only advice: both can be old here. */
import type { Plan } from './contract.ts'
import type { LearningPeriod } from './contract-units.ts'
import { type Check, each, type QualificationReference, report } from './rules-check.ts'

type Below = readonly (string | number)[]

export function adviseCode(
  check: Check,
  code: string | undefined,
  version: number | undefined,
  below: Below,
) {
  const hasCode = check.reference?.hasCode
  if (hasCode === undefined || code === undefined) return
  if (hasCode(code, version) !== 'unknown') return
  report(check, 'warning', 'code-unknown', below, {
    params: { code, version: version === undefined ? '' : String(version) },
  })
}

/** Codes of a learning period. */
export function advisePeriodCodes(check: Check, period: LearningPeriod): void {
  if (check.reference?.hasCode === undefined) return
  adviseCode(check, period.methodCode, period.methodCodeVersion, ['methodCode'])
  const { apprenticeshipBasisCode, apprenticeshipBasisCodeVersion } = period
  adviseCode(check, apprenticeshipBasisCode, apprenticeshipBasisCodeVersion, ['apprenticeshipBasisCode'])
  each(check, 'otherEnvironments', period.otherEnvironments, (_, environment) =>
    adviseCode(check, environment.code, environment.codeVersion, ['code']),
  )
}

export interface Coded {
  readonly unitCode?: string
  readonly unitCodeVersion?: number
  readonly subjectAreaCode?: string
  readonly subjectAreaCodeVersion?: number
  readonly verificationCode?: string
  readonly verificationCodeVersion?: number
}

/** Codes of a unit or a subject area. */
export function adviseUnitCodes(check: Check, unit: Coded): void {
  if (check.reference?.hasCode === undefined) return
  adviseCode(check, unit.unitCode, unit.unitCodeVersion, ['unitCode'])
  adviseCode(check, unit.subjectAreaCode, unit.subjectAreaCodeVersion, ['subjectAreaCode'])
  adviseCode(check, unit.verificationCode, unit.verificationCodeVersion, ['verificationCode'])
}

/** Codes of the head and of the parts without units. */
export function advisePlanCodes(check: Check, plan: Partial<Plan>): void {
  if (check.reference?.hasCode === undefined) return
  adviseCode(check, plan.careerPlanCode, plan.careerPlanCodeVersion, ['careerPlanCode'])
  each(check, 'preparatoryParts', plan.preparatoryParts, (_, part) =>
    adviseCode(check, part.partCode, part.partCodeVersion, ['partCode']),
  )
  each(check, 'learningSupport', plan.learningSupport, (_, support) => {
    adviseCode(check, support.typeCode, undefined, ['typeCode'])
    adviseCode(check, support.unitGroupCode, undefined, ['unitGroupCode'])
  })
}

const codedUnits = ['vocationalUnits', 'commonUnits', 'priorVocationalUnits', 'priorCommonUnits'] as const
const localUnits = ['localUnits', 'priorLocalUnits'] as const

/** Units that the qualification does not know, and the sum of points against the qualification's own total. */
export function adviseStructure(check: Check, plan: Partial<Plan>): void {
  const qualification = check.reference?.qualification
  if (qualification === undefined) return
  const planned = plannedPoints(check, plan, qualification)
  const total = qualification.totalPoints
  // A part of a qualification has no total of its own to reach.
  const partial = check.studyRight?.attainments.some(({ type }) => type.includes('osittainen')) ?? false
  if (planned === undefined || total === undefined || partial) return
  const { least, most } = planned
  if (most < total) {
    const code = least === most ? 'points-below-qualification' : 'points-surely-below-qualification'
    report(check, 'info', code, [], { params: { planned: most, total } })
  } else if (least > total)
    report(check, 'info', 'points-above-qualification', [], { params: { planned: least, total } })
}

/** Competence points of what is planned: between the least and the most. */
interface Points {
  readonly least: number
  readonly most: number
}

function plannedPoints(
  check: Check,
  plan: Partial<Plan>,
  qualification: QualificationReference,
): Points | undefined {
  const counted = new Set<string>()
  let sum: Points | undefined = { least: 0, most: 0 }
  for (const key of codedUnits) {
    for (const [index, { unitCode }] of (plan[key] ?? []).entries()) {
      if (unitCode === undefined) continue
      const unit = qualification.unit(unitCode)
      if (unit === undefined) {
        const params = { code: unitCode }
        report(check, 'warning', 'unit-not-in-qualification', [key, index, 'unitCode'], { params })
      }
      if (counted.has(unitCode)) continue
      counted.add(unitCode)
      sum = plus(sum, unit?.points, unit?.mostPoints)
    }
  }
  for (const key of localUnits) for (const unit of plan[key] ?? []) sum = plus(sum, unit.competencePoints)
  return sum
}

function plus(sum: Points | undefined, points: number | undefined, most = points): Points | undefined {
  if (sum === undefined || points === undefined || most === undefined) return undefined
  return { least: sum.least + points, most: sum.most + most }
}
