import type { PlainDate } from '../../platform/time/plain-date.ts'

/** More than this is a list, and nothing that anybody aims at. */
export const goalsAtMost = 50

/** The day of reaching a goal stays the first one as long as it stays reached. */
export function reachedOnOf(reached: boolean, before: string | null, today: PlainDate): string | null {
  return reached ? (before ?? today) : null
}
