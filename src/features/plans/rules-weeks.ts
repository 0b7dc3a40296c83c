/** Weeks by ISO 8601, as schools count them: Monday first, week 1 holds the first Thursday of the year. */
import { addDays, daysBetween, type PlainDate } from '../../platform/time/plain-date.ts'

export interface Week {
  readonly monday: PlainDate
  /** 1 to 53. */
  readonly week: number
  /** The year that the week belongs to: that of its Thursday. */
  readonly year: number
}

export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, -((new Date(date).getUTCDay() + 6) % 7))
}

export function weekOf(date: PlainDate): Week {
  const monday = mondayOf(date)
  const thursday = addDays(monday, 3)
  const newYear = `${thursday.slice(0, 4)}-01-01` as PlainDate
  return {
    monday,
    week: Math.floor(daysBetween(newYear, thursday) / 7) + 1,
    year: Number(thursday.slice(0, 4)),
  }
}

/** The weeks that the days from `start` to `end` touch, in order. */
export function weeksOf(start: PlainDate, end: PlainDate): Week[] {
  const weeks: Week[] = []
  for (let monday = mondayOf(start); monday <= end; monday = addDays(monday, 7)) weeks.push(weekOf(monday))
  return weeks
}

/** How many weeks the days from `start` to `end` touch. */
export function weeksTouched(start: PlainDate, end: PlainDate): number {
  return daysBetween(mondayOf(start), mondayOf(end)) / 7 + 1
}
