/** Weeks of a template as days of a student: past what is closed, and within the study right. */
import { addDays, daysBetween, type PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { kindOfState } from '../study-rights/rules-states.ts'
import type { TemplateBody } from '../templates/contract.ts'

export interface Days {
  readonly start: PlainDate
  readonly end: PlainDate
}

/** Days on which nothing is planned, in order, apart from each other. No `end`: nobody knows when it ends. */
export interface Closed {
  readonly start: PlainDate
  readonly end?: PlainDate | undefined
}

export interface Weeks {
  readonly week: number
  readonly weeks: number
}

// 1970-01-05 was a Monday.
const someMonday = '1970-01-05' as PlainDate

export function mondayOf(day: PlainDate): PlainDate {
  const past = ((daysBetween(someMonday, day) % 7) + 7) % 7
  return addDays(day, -past)
}

/** The days when the study right stands still, by its states; one that goes on has no end. */
export function interruptionsOf({ states }: Pick<StudyRight, 'states'>, today: string): Closed[] {
  const ordered = states.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  return ordered.flatMap(({ start, state }, at): Closed[] => {
    if (kindOfState(state, today) !== 'interrupted') return []
    const next = ordered[at + 1]
    return [{ start: start as PlainDate, ...(next ? { end: addDays(next.start as PlainDate, -1) } : {}) }]
  })
}

/** Breaks of the template from its first week, and the student's own interruptions, joined where they touch. */
export function closedDays(
  { breaks }: Pick<TemplateBody, 'breaks'>,
  startsOn: PlainDate,
  interruptions: readonly Closed[],
): Closed[] {
  const monday = mondayOf(startsOn)
  const own = breaks.map(({ week, weeks }) => ({
    start: addDays(monday, week * 7),
    end: addDays(monday, (week + weeks) * 7 - 1),
  }))
  const joined: Closed[] = []
  for (const one of [...own, ...interruptions].toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = joined.at(-1)
    if (last === undefined || (last.end !== undefined && one.start > addDays(last.end, 1))) {
      joined.push(one)
    } else if (last.end !== undefined) {
      const end = one.end === undefined || one.end > last.end ? one.end : last.end
      joined[joined.length - 1] = { start: last.start, ...(end === undefined ? {} : { end }) }
    }
  }
  return joined
}

export interface Bounds {
  readonly startsOn?: string | undefined
  readonly estimatedEndOn?: string | undefined
}

export interface Placed {
  /** Undefined where no day of the study right is left for it. */
  readonly days: Days | undefined
}

/**
 * The days of so many weeks: from Monday to Friday, of the first week from the first day on. What begins on a closed day
 * begins after; what meets closed days goes on after them for as long as it lost; what reaches past the study right ends
 * with it.
 */
export function placeWeeks(
  { week, weeks }: Weeks,
  startsOn: PlainDate,
  closed: readonly Closed[],
  { estimatedEndOn, startsOn: rightFrom }: Bounds,
): Placed {
  const monday = addDays(mondayOf(startsOn), week * 7)
  const first = latest(monday, startsOn, (rightFrom ?? startsOn) as PlainDate)
  const wished = addDays(monday, weeks * 7 - 3)
  // All of it before the study right began: as long, from there.
  const end = wished < first ? addDays(first, weeks * 7 - 3) : wished
  const open = opened({ start: first, end: latest(first, end) }, closed)
  if (open === undefined) return { days: undefined }
  const bound = estimatedEndOn as PlainDate | undefined
  if (bound !== undefined && open.start > bound) return { days: undefined }
  return { days: bound !== undefined && open.end > bound ? { start: open.start, end: bound } : open }
}

/** The stretch with the closed days that it meets added to its end. */
function opened(wished: Days, closed: readonly Closed[]): Days | undefined {
  let { end, start } = wished
  for (const one of closed) {
    if (one.start > end) break
    if (one.end !== undefined && one.end < start) continue
    if (one.end === undefined) return undefined
    const after = addDays(one.end, 1)
    if (one.start <= start) {
      const lost = daysBetween(start, after)
      start = after
      end = addDays(end, lost)
    } else end = addDays(end, daysBetween(one.start, after))
  }
  return { start, end }
}

const latest = (...days: readonly PlainDate[]): PlainDate =>
  days.reduce((last, one) => (one > last ? one : last))

/** The last days of the study right that are as long, for what found no room. */
export function fittedToEnd({ weeks }: Weeks, { estimatedEndOn, startsOn }: Bounds): Days | undefined {
  if (estimatedEndOn === undefined) return undefined
  const end = estimatedEndOn as PlainDate
  const start = addDays(mondayOf(end), (1 - weeks) * 7)
  return { start: latest(start, (startsOn ?? start) as PlainDate), end }
}
