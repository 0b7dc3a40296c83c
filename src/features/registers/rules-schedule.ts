import { instantIn, weekdayOf } from '../../platform/time/helsinki.ts'
import { addDays, dayOf, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Schedule } from './contract.ts'

export interface Rhythm {
  readonly schedule: Schedule
  /** Of Helsinki time, for `daily` and `weekly`. */
  readonly hour: number
  /** 1 is Monday, for `weekly`. */
  readonly weekday: number
}

const hourLong = 3_600_000

/** When it is next time, after `now`. An hour that the clocks leave out begins when they have been turned. */
export function nextDue({ hour, schedule, weekday }: Rhythm, now: Date): Date | undefined {
  if (schedule === 'off') return undefined
  if (schedule === 'hourly') return new Date((Math.floor(now.getTime() / hourLong) + 1) * hourLong)
  const today = dayOf(now)
  const wanted = (day: PlainDate) => schedule === 'daily' || weekdayOf(day) === weekday
  for (let days = 0; days <= 7; days += 1) {
    const day = addDays(today, days)
    const at = instantIn(day, hour)
    if (wanted(day) && at > now) return at
  }
  // Only when today was the day and its hour has passed, which the eighth day answers.
  return instantIn(addDays(today, 7), hour)
}
