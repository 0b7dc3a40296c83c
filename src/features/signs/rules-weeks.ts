import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import { holidaysBetween } from '../plans/rules-holidays.ts'
import { mondayOf } from '../plans/rules-weeks.ts'

/** A week in which something should be planned, with the days on which it could be. */
export interface WeekAhead {
  readonly monday: PlainDate
  /** Monday to Friday without public holidays and the provider's own. Never empty. */
  readonly workdays: readonly PlainDate[]
}

export interface DayRange {
  readonly start: string
  readonly end: string
}

/** The first Monday after the day: the week that goes on is not judged, for it can hardly be mended any more. */
export const nextMonday = (today: PlainDate): PlainDate => addDays(mondayOf(today), 7)

/** The next so many weeks after this one; a week without a single workday is left out. */
export function weeksAhead(today: PlainDate, count: number, breaks: readonly DayRange[]): WeekAhead[] {
  const first = nextMonday(today)
  const off = new Set<string>(holidaysBetween(first, addDays(first, 7 * count)).map(holiday => holiday.date))
  const free = (day: string) => off.has(day) || breaks.some(({ start, end }) => start <= day && day <= end)
  return Array.from({ length: count }, (_, at) => addDays(first, 7 * at))
    .map(monday => ({
      monday,
      workdays: [0, 1, 2, 3, 4].map(day => addDays(monday, day)).filter(day => !free(day)),
    }))
    .filter(({ workdays }) => workdays.length > 0)
}
