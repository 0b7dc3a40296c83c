import { daysBetween, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import { type TreeObject, valueAt } from './rules-tree.ts'

interface Span {
  readonly start: PlainDate
  readonly end: PlainDate
}

/** How a part's time changed, start and end as one: what a reader would say of it. */
export type DateCode =
  | 'later'
  | 'earlier'
  | 'longer'
  | 'shorter'
  | 'startsLater'
  | 'startsEarlier'
  | 'day'
  | 'dates'

export interface DateChange {
  readonly code: DateCode
  readonly before: Span
  readonly after: Span
  /** The ends that moved. */
  readonly keys: readonly ('start' | 'end')[]
  readonly by?: Amount
}

export interface Amount {
  readonly unit: 'days' | 'weeks'
  readonly count: number
}

/** Undefined where the time did not change, or is not two days of the calendar on both sides. */
export function dateChange(before: TreeObject, after: TreeObject): DateChange | undefined {
  const [was, is] = [spanOf(before), spanOf(after)]
  if (was === undefined || is === undefined) return undefined
  const starts = daysBetween(was.start, is.start)
  const ends = daysBetween(was.end, is.end)
  if (starts === 0 && ends === 0) return undefined
  const keys = (['start', 'end'] as const).filter(key => was[key] !== is[key])
  const base = { before: was, after: is, keys }
  if (starts === ends) {
    if (was.start === was.end) return { ...base, code: 'day' }
    return { ...base, code: starts > 0 ? 'later' : 'earlier', by: amount(starts) }
  }
  if (starts === 0) return { ...base, code: ends > 0 ? 'longer' : 'shorter', by: amount(ends) }
  if (ends === 0) return { ...base, code: starts > 0 ? 'startsLater' : 'startsEarlier', by: amount(starts) }
  return { ...base, code: 'dates' }
}

/** Whole weeks where it is that. */
function amount(days: number): Amount {
  const count = Math.abs(days)
  return count % 7 === 0 ? { unit: 'weeks', count: count / 7 } : { unit: 'days', count }
}

export function spanOf(part: TreeObject): Span | undefined {
  const [start, end] = [valueAt(part, 'start'), valueAt(part, 'end')]
  if (typeof start !== 'string' || typeof end !== 'string') return undefined
  return isPlainDate(start) && isPlainDate(end) ? { start, end } : undefined
}
