/** Which bars of a row stand beside one another, and which must stand below. */
import { daysBetween } from '../../platform/time/plain-date.ts'
import type { Bar } from './rules-timeline.ts'

/**
 * The lane of each bar, from 0. A bar is never drawn narrower than `fewestDays`, so the next one in its lane stands at
 * least so far from its start. What stands inside another bar shares its lane.
 */
export function lanesOf(bars: readonly Bar[], fewestDays: number): number[] {
  const busyUntil: number[] = []
  const laneOf = new Map<string, number>()
  const first = bars[0]?.start
  return bars.map(bar => {
    const host = bar.within === undefined ? undefined : laneOf.get(bar.within)
    if (host !== undefined || first === undefined) return host ?? 0
    const from = daysBetween(first, bar.start)
    const to = Math.max(daysBetween(first, bar.end) + 1, from + fewestDays)
    const free = busyUntil.findIndex(busy => busy <= from)
    const lane = free === -1 ? busyUntil.length : free
    busyUntil[lane] = to
    laneOf.set(bar.pointer, lane)
    return lane
  })
}
