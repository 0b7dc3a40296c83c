import { addDays, dayOf, type PlainDate } from './plain-date.ts'

/**
 * The clock of the platform. `now` is the real instant: sessions, keys, tickets and certificates use it.
 * `today` is the day that rules and deadlines see; only the demo may move it.
 */
export interface Clock {
  now(): Date
  today(): PlainDate
}

export const systemClock: Clock = { now: () => new Date(), today: () => dayOf(new Date()) }

/** A clock whose day is moved by whole days, so that the demo can show a deadline. */
export function movedClock(days: () => number): Clock {
  return { now: () => new Date(), today: () => addDays(dayOf(new Date()), days()) }
}
