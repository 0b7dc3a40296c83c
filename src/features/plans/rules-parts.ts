/** Rules of the plan's head and of the parts that are neither units nor learning periods. */
import type { Plan } from './contract.ts'
import type { LearningSupport, PreparatoryPart, StudySkillsStudies } from './contract-units.ts'
import { type Check, daysAfter, pointerAt, report } from './rules-check.ts'
import {
  achievementDaysAhead,
  isInForce,
  otherSupport,
  preparatoryWeeks,
  remedialTeaching,
  validity,
} from './rules-law.ts'
import { adviseOrder } from './rules-period-advice.ts'
import { adviseEmail, advisePhone } from './rules-texts.ts'

export function checkHead(check: Check, plan: Partial<Plan>): void {
  const { competenceAchievedOn, firstApprovedOn } = plan
  if (competenceAchievedOn !== undefined) {
    checkAchievement(check, competenceAchievedOn)
    if (firstApprovedOn !== undefined && competenceAchievedOn < firstApprovedOn) {
      const params = { date: firstApprovedOn }
      report(check, 'warning', 'competence-achieved-before-approval', ['competenceAchievedOn'], { params })
    }
  }
  adviseEmail(check, plan.email, ['email'])
  advisePhone(check, plan.phone, ['phone'])
}

/** Not before plans existed, and at most two weeks ahead. */
function checkAchievement(check: Check, date: string): void {
  const earliest = validity.competenceAchieved.from
  // Most dates are past: the latest day is worked out only for the others.
  if (date >= earliest && (date <= check.today || date <= daysAfter(check.today, achievementDaysAhead)))
    return
  report(check, 'error', 'competence-achieved-out-of-range', ['competenceAchievedOn'], {
    params: { earliest, latest: daysAfter(check.today, achievementDaysAhead) },
  })
}

export function checkPreparatoryPart(check: Check, part: PreparatoryPart): void {
  if (!check.isWhole(part)) return
  adviseOrder(check, part)
  const weeks = preparatoryWeeks[part.partCode]
  if (weeks === undefined || !isInForce(validity.preparatoryWeeks, part.start)) return
  const [fewest, most] = weeks
  if (part.weeks < fewest || part.weeks > most) {
    report(check, 'warning', 'preparatory-weeks-unusual', ['weeks'], { params: { fewest, most } })
  }
}

export function checkStudySkills(check: Check, studies: StudySkillsStudies): void {
  if (!check.isWhole(studies)) return
  adviseOrder(check, studies)
  if (isInForce(validity.studySkillsReplaced, studies.start))
    report(check, 'info', 'study-skills-being-replaced')
}

/** Remedial teaching tells its dates and kind of unit; the other forms last as long as the study right. */
export function checkLearningSupport(check: Check, support: LearningSupport): void {
  if (!check.isWhole(support)) return
  const details = (['start', 'end', 'unitGroupCode'] as const).filter(key => support[key] !== undefined)
  if (support.typeCode === remedialTeaching) {
    if (details.length < 3) report(check, 'error', 'remedial-teaching-incomplete')
  } else if (!otherSupport.includes(support.typeCode)) {
    report(check, 'error', 'support-type-unknown', ['typeCode'], { params: { code: support.typeCode } })
  } else {
    for (const key of details) {
      const fix = { op: 'remove', pointer: pointerAt(check, key) } as const
      report(check, 'error', 'support-details-unneeded', [key], { fix })
    }
  }
  adviseOrder(check, support)
  if (!isInForce(validity.learningSupport, support.start ?? check.today)) {
    report(check, 'warning', 'learning-support-too-early', support.start === undefined ? [] : ['start'], {
      params: { date: validity.learningSupport.from },
      fix: laterStart(check, support),
    })
  }
}

/** Remedial teaching that goes on when support becomes part of plans is told from that day on. */
function laterStart(check: Check, { typeCode, start, end }: LearningSupport) {
  const value = validity.learningSupport.from
  const goesOn = start !== undefined && end !== undefined && start < value && end >= value
  if (typeCode !== remedialTeaching || !goesOn) return undefined
  return { op: 'set', pointer: pointerAt(check, 'start'), value } as const
}
