import { addDays, daysBetween, type PlainDate } from '../../platform/time/plain-date.ts'
import type { PathGap } from './contract.ts'

interface Days {
  readonly start: PlainDate
  readonly end: PlainDate
}

/** A shorter stretch is a week-end or a day off, and nothing that anybody should be told of. */
const leastDays = 7
/** Who looks at a path looks at the next months. */
const daysAhead = 180

/**
 * Stretches of at least a week from `today` on with nothing in them. After the last of what is planned nothing ends
 * the stretch but the end of the studies.
 */
export function gapsOf(items: readonly Days[], today: PlainDate, endsOn: PlainDate | undefined): PathGap[] {
  const gaps: PathGap[] = []
  const horizon = addDays(today, daysAhead)
  let free = today
  for (const { start, end } of items.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    if (start > free && daysBetween(free, start) >= leastDays && free <= horizon)
      gaps.push({ start: free, end: addDays(start, -1) })
    if (end >= free) free = addDays(end, 1)
  }
  const left = endsOn === undefined ? leastDays : daysBetween(free, endsOn) + 1
  if (left >= leastDays && free <= horizon) gaps.push({ start: free })
  return gaps
}
