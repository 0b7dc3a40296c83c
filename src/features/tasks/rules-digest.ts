import type { Role } from '../../platform/access/actor.ts'
import { weekdayOf } from '../../platform/time/helsinki.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Rhythm } from './contract.ts'

/**
 * Without a choice: staff hear once a week, as it is their work; students and guardians not at all, because nobody is
 * written to about a student without having wished it.
 */
export function usualRhythm(roles: readonly Role[]): Rhythm {
  return roles.some(role => role !== 'student' && role !== 'guardian') ? 'mondays' : 'never'
}

export function isDue(rhythm: Rhythm, today: PlainDate): boolean {
  const weekday = weekdayOf(today)
  if (rhythm === 'weekdays') return weekday <= 5
  return rhythm === 'mondays' && weekday === 1
}
