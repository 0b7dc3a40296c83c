/** One unit or subject area of a template as periods and demonstrations of one student. */
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { LearningPeriod, SubjectArea } from '../plans/contract-units.ts'
import { longestPeriodYears } from '../plans/rules-law.ts'
import { yearsLater } from '../plans/rules-periods.ts'
import type { TemplatePeriod } from '../templates/contract.ts'
import type { Course } from '../templates/rules-courses.ts'
import type { Answers, Cell } from './contract.ts'
import { type Bounds, type Closed, type Days, fittedToEnd, placeWeeks } from './rules-dates.ts'
import type { Applying, KnownStudent } from './rules-known.ts'
import { dash, daysOf, daysText, isDash } from './rules-text.ts'
import { answered, type Before, wrong } from './rules-workplace.ts'

export type Acquired = Pick<SubjectArea, 'learningPeriods' | 'demonstrations' | 'teachingHours'>

/** What is the same for all courses of one student. */
export interface Drafting {
  readonly known: KnownStudent
  readonly applying: Applying
  readonly answers: Answers
  readonly closed: readonly Closed[]
  /** The template's own, which everybody has. */
  readonly breaks: readonly Closed[]
  readonly cells: Record<string, Cell>
  moved: number
  /** What the next workplace period takes over. */
  before: Before | undefined
}

/** A period of the template where its days are: new, or as the plan has it already. */
export interface Standing {
  readonly period: TemplatePeriod
  readonly days: Days
  readonly present: LearningPeriod | undefined
}

/** Names a period towards the registers; the same template gives the same student the same one for ever. */
export function identifierOf(templateId: string, periodId: string, studyRightOid: string): string {
  return `${periodId}.${templateId}.${studyRightOid.slice(studyRightOid.lastIndexOf('.') + 1)}`
}

/** The periods that a course gives to a part of the plan: all where nobody has planned any, and its own where it had them before. */
export function standingOf(drafting: Drafting, course: Course, part: Acquired | undefined): Standing[] {
  const { known, applying } = drafting
  const here = part?.learningPeriods ?? []
  return course.periods.flatMap((period): Standing[] => {
    const identifier = identifierOf(applying.template.id, period.id, known.right?.oid ?? '')
    const present = here.find(one => one.identifier === identifier)
    if (present !== undefined) {
      const days = { start: present.start as PlainDate, end: present.end as PlainDate }
      return [{ period, days, present }]
    }
    // An empty list is a part from which the periods were left out: they are not asked back.
    if (here.length > 0 || part?.learningPeriods !== undefined) return []
    const days = daysFor(drafting, period)
    return days === undefined ? [] : [{ period, days, present }]
  })
}

function daysFor(drafting: Drafting, period: TemplatePeriod): Days | undefined {
  const { applying, answers, cells, closed, known } = drafting
  const bounds = known.right ?? {}
  const { days } = placeWeeks(period, applying.startsOn, closed, bounds)
  const key = `dates:${period.id}`
  const answer = answers[key]
  if (answer === undefined) {
    if (days === undefined) {
      const fitted = fittedToEnd(period, bounds)
      const fixes = [...(fitted ? [daysText(fitted)] : []), dash]
      cells[key] = { state: 'lacking', text: '', answered: false, fixes }
    }
    if (days !== undefined && isElsewhere(drafting, period, days)) drafting.moved += 1
    return days && bounded(days)
  }
  const { cell, given } = givenDays(answer, days, bounds)
  cells[key] = cell
  return given
}

/** Whether the days are others than those of a student to whom nothing has happened. */
function isElsewhere({ applying, breaks }: Drafting, period: TemplatePeriod, days: Days): boolean {
  const usual = placeWeeks(period, applying.startsOn, breaks, {}).days
  return usual?.start !== days.start || usual.end !== days.end
}

/** Days that somebody wrote; a dash leaves the period out. */
function givenDays(
  answer: string,
  days: Days | undefined,
  { estimatedEndOn, startsOn }: Bounds,
): { readonly cell: Cell; readonly given: Days | undefined } {
  if (isDash(answer)) return { cell: answered(dash), given: undefined }
  const given = daysOf(answer)
  const fixes = [...(days ? [daysText(days)] : []), dash]
  if (given === undefined) return { cell: wrong(answer, 'dates-wrong', fixes), given }
  const outside =
    (startsOn !== undefined && given.start < startsOn) ||
    (estimatedEndOn !== undefined && given.end > estimatedEndOn) ||
    given.end > yearsLater(given.start, longestPeriodYears)
  if (outside) return { cell: wrong(answer, 'dates-outside', fixes), given: undefined }
  return { cell: answered(daysText(given)), given }
}

/** No longer than a period may be: breaks could make it longer. */
function bounded({ end, start }: Days): Days {
  const longest = yearsLater(start, longestPeriodYears) as PlainDate
  return { start, end: end > longest ? longest : end }
}
