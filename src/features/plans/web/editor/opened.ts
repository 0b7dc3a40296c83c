import type { StartGap } from '../../contract-writing.ts'
import type { CodeNames, PlanView, ShownFinding, ShownStudyRight } from '../api.ts'
import { placeOfFinding } from '../placement.ts'
import type { KeptDraft } from './drafts.ts'
import { isStored } from './sameness.ts'
import { startWriting, type Writing } from './writing.ts'
import type { Place, Start } from './writing-api.ts'

/** Everything that the page of writing begins with. */
export interface Opened {
  readonly place: Place
  readonly student: string
  readonly studyRight: ShownStudyRight | undefined
  readonly names: Readonly<Record<string, CodeNames>>
  readonly findings: readonly ShownFinding[]
  /** What could not be filled in; only of a new plan. */
  readonly gaps?: readonly StartGap[]
  /** What is stored, or filled in beforehand. */
  readonly fresh: Writing
}

export function openedPlan(view: PlanView, student: string): Opened {
  const { contacts, findings, id, names, plan, studyRight, studyRightOid, version } = view
  const place = { planId: id, studyRightOid }
  const fresh = startWriting({ version, plan, contacts })
  return { place, student, studyRight, names, findings: findings.map(placeOfFinding), fresh }
}

export function openedStart(start: Start): Opened {
  const { gaps, names, plan, student, studyRight, studyRightOid } = start
  return {
    place: { planId: undefined, studyRightOid },
    student: student.name ?? student.studentOid,
    studyRight,
    names,
    findings: [],
    gaps,
    fresh: startWriting({ plan, contacts: {} }),
  }
}

/** The draft to go on with; undefined where it says what is stored already. */
export function draftFor({ fresh, place }: Opened, draft: KeptDraft | undefined): KeptDraft | undefined {
  if (draft === undefined) return undefined
  if (place.planId === undefined) return { ...draft, writing: draftedToday(draft.writing, fresh.plan) }
  const { base } = draft.writing
  if (isStored(draft.writing, fresh.base)) return undefined
  // Begun before anybody had made the plan: older than its first version.
  const older = base.version === undefined ? { ...base, version: 0 } : base
  return { ...draft, writing: { ...draft.writing, base: older } }
}

/** Until somebody writes another day, the day of the first approval is that of drafting, and drafting goes on today. */
function draftedToday(writing: Writing, { firstApprovedOn }: Writing['plan']): Writing {
  const { base, plan } = writing
  if (plan.firstApprovedOn !== base.plan.firstApprovedOn) return writing
  return {
    ...writing,
    base: { ...base, plan: { ...base.plan, firstApprovedOn } },
    plan: { ...plan, firstApprovedOn },
  }
}
