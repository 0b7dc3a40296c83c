/** What the kind of the study right allows in a plan. */
import type { Plan } from './contract.ts'
import { type Check, pointerAt, report } from './rules-check.ts'

const unitLists = [
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'priorVocationalUnits',
  'priorLocalUnits',
  'priorCommonUnits',
] as const satisfies readonly (keyof Plan)[]

/** Preparatory education (TUVA) has its own parts and no units; other education has no such parts. */
export function checkStudyRight(check: Check, plan: Partial<Plan>): void {
  const { studyRight } = check
  if (studyRight === undefined) return
  if (check.onPreparatory) {
    checkPreparatoryPlan(check, plan)
    return
  }
  if (plan.studyRightOid !== undefined && studyRight.type !== 'ammatillinenkoulutus') {
    const params = { type: studyRight.type }
    report(check, 'error', 'study-right-type-unsuitable', ['studyRightOid'], { params })
  }
  refuseAll(check, plan, 'preparatoryParts', 'preparatory-part-unsuitable')
}

function checkPreparatoryPlan(check: Check, plan: Partial<Plan>): void {
  for (const key of unitLists) refuseAll(check, plan, key, 'unit-on-preparatory-study-right')
  refuseAll(check, plan, 'studySkillsStudies', 'study-skills-on-preparatory-study-right')
  if (plan.preparatoryStudyRightOid !== undefined) {
    report(check, 'error', 'preparatory-oid-unsuitable', ['preparatoryStudyRightOid'], {
      fix: { op: 'remove', pointer: pointerAt(check, 'preparatoryStudyRightOid') },
    })
  }
}

type Refusal =
  | 'unit-on-preparatory-study-right'
  | 'study-skills-on-preparatory-study-right'
  | 'preparatory-part-unsuitable'

function refuseAll(
  check: Check,
  plan: Partial<Plan>,
  key: (typeof unitLists)[number] | 'studySkillsStudies' | 'preparatoryParts',
  code: Refusal,
): void {
  for (const index of (plan[key] ?? []).keys()) {
    report(check, 'error', code, [key, index], {
      fix: { op: 'remove', pointer: pointerAt(check, key, index) },
    })
  }
}
