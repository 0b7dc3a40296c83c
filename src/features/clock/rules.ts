import { daysBetween, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import { type ClockMove, farthest } from './contract.ts'

/** Days by which a move shifts the clock; undefined when the day does not exist or is too far. */
export function daysOf(move: ClockMove, realToday: PlainDate): number | undefined {
  if ('days' in move) return move.days
  if (!isPlainDate(move.date)) return undefined
  const days = daysBetween(realToday, move.date)
  return Math.abs(days) <= farthest ? days : undefined
}
