/**
 * The early signs of a plan. Each is a fact with its reason and the days behind it; nothing is weighed, counted
 * together or guessed, and a sign that the provider has switched off is not looked for.
 */
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import type { SignLimits } from '../settings/contract.ts'
import type { NoProgress, SignData, SignKind, WorkplaceForm } from './contract.ts'
import { type RightFacts, type Studying, studyingOn } from './rules-studying.ts'
import { type WeekAhead, weeksAhead } from './rules-weeks.ts'

export interface PeriodFacts {
  /** The same tomorrow: the period's own identifier, or its place in the plan. */
  readonly key: string
  readonly start: string
  readonly end: string
  readonly interruptions: readonly { readonly start: string; readonly end?: string | undefined }[]
  /** Of a workplace period. */
  readonly form?: WorkplaceForm | undefined
  readonly hasWorkplace: boolean
}

/** What is looked at of one plan. Periods and demonstrations that ended are told by their last day only. */
export interface PlanFacts {
  readonly right: RightFacts
  /**
   * The day of its first version here, or of its first approval where it came from elsewhere later: before it nothing could
   * be written of what went forward.
   */
  readonly planBegan: string | null
  /** Periods that go on today or later. */
  readonly periods: readonly PeriodFacts[]
  readonly demonstrationsAhead: readonly { readonly start: string; readonly end: string }[]
  readonly lastPeriodEnd: string | null
  readonly lastDemonstrationEnd: string | null
  /** The last day on which a unit or a subject area was assessed as passed, by the study register. */
  readonly lastAttained: string | null
  /** All competence of the plan was achieved: nothing is missing any more. */
  readonly completedOn: string | null
}

export interface Sign {
  readonly kind: SignKind
  /** What makes it the same sign tomorrow. */
  readonly about: string
  readonly data: SignData
}

/** The limits with what they say on the day, worked out once for any number of plans. */
export interface Looking {
  readonly limits: SignLimits
  readonly today: PlainDate
  readonly weeks: readonly WeekAhead[]
}

export function lookingOn(limits: SignLimits, today: PlainDate): Looking {
  const { ahead, breaks = [], on } = limits.emptyWeeks
  return { limits, today, weeks: on ? weeksAhead(today, ahead, breaks) : [] }
}

/** The signs of a plan on the day, by kind and then by what they are about. */
export function signsOf(facts: PlanFacts, looking: Looking): Sign[] {
  const { limits, today } = looking
  if (facts.completedOn !== null && facts.completedOn <= today) return []
  const studying = studyingOn(facts.right, today)
  if (studying === undefined) return []
  return [
    ...(limits.progress.on ? noProgress(facts, studying, looking) : []),
    ...(limits.emptyWeeks.on ? emptyWeeks(facts, studying, looking) : []),
    ...(limits.workplace.on ? workplaces(facts, looking) : []),
  ]
}

type Standstill = Pick<NoProgress, 'what'> & { readonly since: PlainDate }

function noProgress(facts: PlanFacts, studying: Studying, { limits, today }: Looking): Sign[] {
  const limit = limits.progress.weeks
  const told = [
    { what: 'demonstration', since: facts.lastDemonstrationEnd },
    { what: 'attainment', since: facts.lastAttained },
    { what: 'period', since: facts.lastPeriodEnd },
    { what: 'plan', since: facts.planBegan },
  ] as const
  const begun = { what: studying.returned ? 'return' : 'start', since: studying.since } as const
  // Of two on one day the first named counts, so that the answer does not hang on the order of rows.
  const { since, what } = [...told, begun].reduce<Standstill>(
    (last, { since: day, ...one }) =>
      day !== null && day <= today && day > last.since ? { ...one, since: day as PlainDate } : last,
    begun,
  )
  if (addDays(since, 7 * limit) > today) return []
  return [{ kind: 'no-progress', about: 'plan', data: { reason: 'no-progress', since, what, limit } }]
}

function emptyWeeks(facts: PlanFacts, studying: Studying, { limits, weeks }: Looking): Sign[] {
  const { limit, judged } = {
    limit: limits.emptyWeeks.weeks,
    judged: weeks.filter(({ monday }) => studying.until === undefined || addDays(monday, 4) < studying.until),
  }
  const empty = judged.filter(week => !isPlanned(week, facts)).map(({ monday }) => monday)
  const [from, last] = [judged[0]?.monday, judged.at(-1)?.monday]
  if (from === undefined || last === undefined || empty.length < limit) return []
  const data: SignData = { reason: 'empty-weeks', from, until: addDays(last, 6), weeks: empty, limit }
  return [{ kind: 'empty-weeks', about: 'plan', data }]
}

/** Something is planned on at least one workday of the week. */
function isPlanned({ workdays }: WeekAhead, { demonstrationsAhead, periods }: PlanFacts): boolean {
  const [first = '', last = ''] = [workdays[0], workdays.at(-1)]
  const meets = (one: { start: string; end: string }) => one.start <= last && one.end >= first
  return (
    demonstrationsAhead.some(one => meets(one) && workdays.some(day => one.start <= day && day <= one.end)) ||
    periods.some(one => meets(one) && workdays.some(day => isStudied(one, day)))
  )
}

const isStudied = ({ end, interruptions, start }: PeriodFacts, day: string): boolean =>
  start <= day && day <= end && !interruptions.some(one => goesOn(one, day))

const goesOn = (one: PeriodFacts['interruptions'][number], day: string): boolean =>
  one.start <= day && (one.end === undefined || day <= one.end)

function workplaces(facts: PlanFacts, looking: Looking): Sign[] {
  return facts.periods
    .flatMap(period => {
      const data = workplaceData(period, looking)
      return data === undefined ? [] : [{ kind: 'workplace' as const, about: period.key, data }]
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .filter((sign, at, all) => sign.about !== all[at - 1]?.about)
}

/** Two periods with one key would else answer by the order of rows. */
const orderOf = ({ about, data }: Sign): string => `${about} ${JSON.stringify(data)}`

function workplaceData(period: PeriodFacts, { limits, today }: Looking): SignData | undefined {
  const { end, form, start } = period
  const limit = limits.workplace.days
  if (form === undefined || end < today || start > addDays(today, limit)) return undefined
  const days = { form, start, end }
  const pause = start <= today ? pauseOn(period, today) : undefined
  if (pause !== undefined) {
    const until = pause.end === undefined ? {} : { interruptedUntil: pause.end }
    return { reason: 'interrupted', ...days, interruptedFrom: pause.start, ...until }
  }
  if (period.hasWorkplace) return undefined
  return { reason: 'no-workplace', ...days, begun: start <= today, limit }
}

/** The interruption that began first of those that go on; the longest of two that began on one day. */
const pauseOn = ({ interruptions }: PeriodFacts, today: string) =>
  interruptions
    .filter(one => goesOn(one, today))
    .toSorted((a, b) =>
      a.start < b.start ? -1 : a.start > b.start ? 1 : (b.end ?? '9') < (a.end ?? '9') ? -1 : 1,
    )[0]
