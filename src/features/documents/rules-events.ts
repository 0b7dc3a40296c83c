import { isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Plan } from '../plans/contract.ts'
import type { Demonstration, LearningPeriod } from '../plans/contract-units.ts'
import { isWorkplaceMethod } from '../plans/rules-projection.ts'
import { plain, type Words } from './rules-blocks.ts'
import { codeWords, type Speech } from './rules-speech.ts'

export type EventKind =
  | 'period'
  | 'workplace'
  | 'demonstration'
  | 'interruption'
  | 'preparatory'
  | 'studySkills'
  | 'support'

/** Something of a plan that has days. */
export interface PlanEvent {
  /** Names it in the plan from one version to the next, also when its days move; unique. */
  readonly key: string
  readonly kind: EventKind
  /** What it is about: the unit, the part. */
  readonly name: Words
  readonly start: PlainDate
  /** The last day of it; missing while it is open. */
  readonly end: PlainDate | undefined
  readonly place: string | undefined
}

interface Draft extends Omit<PlanEvent, 'start' | 'end'> {
  readonly start: string | undefined
  readonly end: string | undefined
}

/** Everything that has days, in their order. What has wrong days is left out: a calendar refuses the whole of it. */
export function eventsOf(plan: Plan, speech: Speech): PlanEvent[] {
  const taken = new Map<string, number>()
  return [...partsOf(plan, speech), ...othersOf(plan, speech)]
    .flatMap(draft => dated(draft, taken))
    .sort((one, other) => order(one).localeCompare(order(other)))
}

const order = ({ start, end, key }: PlanEvent): string => `${start} ${end ?? '9999'} ${key}`

function dated(draft: Draft, taken: Map<string, number>): PlanEvent[] {
  const { start, end } = draft
  const count = (taken.get(draft.key) ?? 0) + 1
  taken.set(draft.key, count)
  if (start === undefined || !isPlainDate(start)) return []
  if (end !== undefined && (!isPlainDate(end) || end < start)) return []
  return [{ ...draft, start, end, key: count === 1 ? draft.key : `${draft.key} ${count}` }]
}

interface Learnt {
  readonly learningPeriods?: readonly LearningPeriod[]
  readonly demonstrations?: readonly Demonstration[]
}

function partsOf(plan: Plan, speech: Speech): Draft[] {
  const vocational = (plan.vocationalUnits ?? []).flatMap(unit =>
    partEvents(unit.unitCode, codeWords(speech, unit.unitCode), unit),
  )
  const local = (plan.localUnits ?? []).flatMap((unit, at) =>
    partEvents(
      `local ${unit.amosaaId ?? unit.name ?? at}`,
      plain(unit.name ?? speech.words('unknown')),
      unit,
    ),
  )
  const common = (plan.commonUnits ?? []).flatMap(unit =>
    unit.subjectAreas.flatMap(area =>
      partEvents(`${unit.unitCode} ${area.subjectAreaCode}`, codeWords(speech, area.subjectAreaCode), area),
    ),
  )
  return [...vocational, ...local, ...common]
}

function partEvents(part: string, name: Words, { learningPeriods, demonstrations }: Learnt): Draft[] {
  const periods = (learningPeriods ?? []).flatMap((period, at) =>
    periodEvents(`${part} period ${period.identifier ?? at}`, name, period),
  )
  const shown = (demonstrations ?? []).map(
    (one, at): Draft => ({
      key: `${part} demonstration ${at}`,
      kind: 'demonstration',
      name,
      start: one.start,
      end: one.end,
      place: one.environment.name,
    }),
  )
  return [...periods, ...shown]
}

function periodEvents(key: string, name: Words, period: LearningPeriod): Draft[] {
  const place = period.workplace?.name
  const interruptions = (period.interruptions ?? []).map(
    ({ start, end }, at): Draft => ({
      key: `${key} interruption ${at}`,
      kind: 'interruption',
      ...{ name, start, end, place: undefined },
    }),
  )
  return [
    {
      key,
      kind: isWorkplaceMethod(period.methodCode) ? 'workplace' : 'period',
      ...{ name, start: period.start, end: period.end, place },
    },
    ...interruptions,
  ]
}

function othersOf(plan: Plan, speech: Speech): Draft[] {
  const preparatory = (plan.preparatoryParts ?? []).map(
    (part, at): Draft => ({
      key: `preparatory ${part.partCode} ${at}`,
      kind: 'preparatory',
      name: codeWords(speech, part.partCode),
      ...{ start: part.start, end: part.end, place: undefined },
    }),
  )
  const skills = (plan.studySkillsStudies ?? []).map(
    (part, at): Draft => ({
      key: `skills ${at}`,
      kind: 'studySkills',
      name: plain(part.name),
      ...{ start: part.start, end: part.end, place: undefined },
    }),
  )
  const support = (plan.learningSupport ?? []).map(
    (part, at): Draft => ({
      key: `support ${part.typeCode} ${at}`,
      kind: 'support',
      name: codeWords(speech, part.typeCode),
      ...{ start: part.start, end: part.end, place: undefined },
    }),
  )
  return [...preparatory, ...skills, ...support]
}
