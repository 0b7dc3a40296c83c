/** Demonstrations and the verification of prior competence: the national service compares nothing in them. */
import type { Demonstration, PriorVocationalUnit } from './contract-units.ts'
import { type Check, each, report } from './rules-check.ts'
import { verifiedByAssessors, verifiedByDemonstration } from './rules-law.ts'
import { adviseOrder } from './rules-period-advice.ts'
import { adviseBusinessId } from './rules-texts.ts'

export function adviseDemonstration(check: Check, demonstration: Demonstration): void {
  if (!check.isWhole(demonstration)) return
  if (!adviseOrder(check, demonstration)) adviseWithinStudyRight(check, demonstration)
  adviseBusinessId(check, demonstration.environment.businessId, ['environment', 'businessId'])
  each(check, 'workAssessors', demonstration.workAssessors, (_, assessor) =>
    adviseBusinessId(check, assessor.organisation.businessId, ['organisation', 'businessId']),
  )
}

function adviseWithinStudyRight(check: Check, { start, end }: Demonstration): void {
  const { startsOn, estimatedEndOn } = check.studyRight ?? {}
  if (startsOn !== undefined && start < startsOn) {
    report(check, 'warning', 'demonstration-before-study-right', ['start'], { params: { date: startsOn } })
  }
  if (estimatedEndOn !== undefined && end > estimatedEndOn) {
    report(check, 'warning', 'demonstration-after-study-right', ['end'], { params: { date: estimatedEndOn } })
  }
}

type Verified = Pick<PriorVocationalUnit, 'verificationCode' | 'verificationDetails' | 'demonstrations'>

/** Whoever chose assessors or a demonstration is expected to tell of them. */
export function adviseVerification(check: Check, part: Verified): void {
  if (part.verificationCode === verifiedByAssessors) {
    const assessors = part.verificationDetails?.assessors
    if (assessors === undefined || assessors.length === 0) report(check, 'warning', 'assessors-missing')
  }
  if (part.verificationCode === verifiedByDemonstration && (part.demonstrations ?? []).length === 0) {
    report(check, 'warning', 'prior-demonstration-missing')
  }
}
