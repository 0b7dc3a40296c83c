import { plainDateOf } from '../../platform/time/plain-date.ts'
import { weekOf, weeksTouched } from '../plans/rules-weeks.ts'

/** Weeks by their numbers, as schools say them: `33–40/2026`, or with both years where they differ. */
export function weekWords(start: string, end: string): { readonly weeks: string; readonly count: number } {
  const days = [plainDateOf(start), plainDateOf(end)] as const
  const [first, last] = [weekOf(days[0]), weekOf(days[1])]
  const beginning = first.year === last.year ? `${first.week}` : `${first.week}/${first.year}`
  const ending = `${last.week}/${last.year}`
  const count = weeksTouched(...days)
  return { weeks: count > 1 ? `${beginning}–${ending}` : ending, count }
}
