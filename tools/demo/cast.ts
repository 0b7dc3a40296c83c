import { type Change, contents, errors, warnings } from './faults.ts'
import type { Language } from './places.ts'
import { computing, independent, preparatory, type Study, sports, vehicles } from './studies.ts'

/** One student of the demo: what is studied when, and what is special in the plan. */
export interface Part {
  readonly study: Study
  readonly group: string
  readonly startsOn: string
  readonly estimatedEndOn: string
  readonly language?: Language
  readonly ended?: { readonly on: string; readonly state: string }
  readonly funding?: string
  /** `none`: the student has no plan. */
  readonly plan: 'ordinary' | 'apprentice' | 'preparatory' | 'none' | 'unknown-study-right'
  readonly changes?: readonly Change[]
  /** How the plan stands towards the national service; without it nobody has approved it here. */
  readonly sending?: 'approved' | 'waiting' | 'removal'
}

const year = {
  third: { startsOn: '2024-08-07', estimatedEndOn: '2027-06-04' },
  second: { startsOn: '2025-08-06', estimatedEndOn: '2028-06-02' },
  first: { startsOn: '2026-08-05', estimatedEndOn: '2029-06-01' },
} as const
const cars = (when: keyof typeof year, group: string) => ({ study: vehicles, group, ...year[when] })
const data = (when: keyof typeof year, group: string) => ({ study: computing, group, ...year[when] })
const ordinary = 'ordinary' as const

export const spruceCast: readonly Part[] = [
  { ...cars('third', 'AJO24A'), plan: ordinary, changes: [contents.interruption, contents.tutoring] },
  { ...cars('third', 'AJO24A'), plan: ordinary, changes: [errors.noPartTimeShare, warnings.noTasks] },
  {
    ...cars('third', 'AJO24A'),
    plan: ordinary,
    changes: [warnings.sameIdentifierTwice, warnings.workplacesOverlap],
  },
  {
    ...cars('third', 'AJO24A'),
    plan: ordinary,
    changes: [contents.priorCompetence, warnings.assessorsMissing],
  },
  {
    ...cars('third', 'AJO24A'),
    plan: ordinary,
    changes: [warnings.demonstrationReversed, contents.partTime],
  },
  { ...cars('third', 'AJO24A'), plan: 'none' },
  { ...cars('second', 'AJO25A'), plan: ordinary, changes: [contents.guidance] },
  { ...cars('second', 'AJO25A'), plan: ordinary, changes: [warnings.supportBeforeTheLaw] },
  { ...cars('second', 'AJO25A'), plan: ordinary, changes: [errors.endsBeforeItStarts, errors.noBusinessId] },
  {
    ...cars('second', 'AJO25A'),
    plan: ordinary,
    changes: [warnings.emptySubjectAreas, warnings.localUnitWithoutName],
  },
  { ...cars('second', 'AJO25A'), plan: 'unknown-study-right' },
  {
    ...cars('first', 'AJO26A'),
    plan: ordinary,
    changes: [contents.studySkills, contents.tutoring],
    sending: 'approved',
  },
  { ...cars('first', 'AJO26A'), plan: 'none' },
  // The national service will not take it: see what a refusal looks like.
  { ...data('third', 'TVT24'), plan: ordinary, changes: [errors.interruptionsOverlap], sending: 'approved' },
  {
    ...data('second', 'TVT25'),
    plan: ordinary,
    changes: [warnings.unknownCode, warnings.unitOfOtherQualification],
    sending: 'removal',
  },
  // Nor this: the study right has ended.
  {
    ...data('second', 'TVT25'),
    plan: ordinary,
    ended: { on: '2026-10-12', state: 'eronnut' },
    sending: 'approved',
  },
  { ...data('first', 'TVT26'), plan: ordinary, changes: [errors.tutoringWithoutDates] },
  {
    study: sports,
    group: 'LIIKAT25',
    startsOn: '2025-09-01',
    estimatedEndOn: '2027-05-28',
    plan: 'apprentice',
    changes: [contents.priorCompetence],
    sending: 'approved',
  },
  {
    study: preparatory,
    group: 'TUVA26',
    startsOn: '2026-08-10',
    estimatedEndOn: '2027-06-04',
    plan: 'preparatory',
    sending: 'approved',
  },
  {
    study: independent,
    group: 'TELMA26',
    startsOn: '2026-08-10',
    estimatedEndOn: '2027-06-04',
    plan: ordinary,
    changes: [contents.guidance],
    sending: 'waiting',
  },
]

export const seaCast: readonly Part[] = [
  { ...cars('third', 'FOR24'), plan: 'apprentice' },
  { ...cars('third', 'FOR24'), plan: ordinary, changes: [errors.startsBeforeStudyRight] },
  { ...cars('second', 'FOR25'), plan: ordinary, changes: [warnings.workWithoutWorkplace] },
  { ...cars('second', 'FOR25'), plan: ordinary, changes: [contents.tutoring, contents.partTime] },
  { ...cars('first', 'FOR26'), plan: ordinary, changes: [contents.studySkills] },
  { ...cars('first', 'FOR26'), plan: 'none' },
  {
    study: preparatory,
    group: 'HUX26',
    startsOn: '2026-08-10',
    estimatedEndOn: '2027-06-04',
    plan: 'preparatory',
  },
]

export const twinCast: readonly Part[] = [
  {
    ...data('third', 'TVT24'),
    plan: ordinary,
    changes: [contents.achieved],
    estimatedEndOn: '2026-11-13',
    ended: { on: '2026-11-13', state: 'valmistunut' },
  },
  { ...data('third', 'DAT24'), language: 'sv', plan: ordinary, changes: [warnings.interruptionOutside] },
  { ...data('second', 'TVT25'), plan: ordinary, changes: [warnings.basisOnTrainingAgreement] },
  { ...data('second', 'DAT25'), language: 'sv', plan: ordinary, changes: [errors.noIdentifier] },
  { ...data('first', 'DAT26'), language: 'sv', plan: 'none' },
  { ...cars('third', 'AJO24'), plan: 'apprentice', changes: [errors.noApprenticeshipBasis] },
  { ...cars('third', 'FOR24'), language: 'sv', plan: ordinary, changes: [errors.endsAfterStudyRight] },
  { ...cars('second', 'AJO25'), plan: ordinary, changes: [warnings.achievedBeforeApproved] },
  { ...cars('second', 'AJO25'), plan: ordinary, funding: '2', changes: [contents.interruption] },
]
