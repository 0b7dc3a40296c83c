import type { PlainDate } from './plain-date.ts'

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Helsinki',
  hourCycle: 'h23',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** What the clocks in Helsinki show at an instant, as `2026-11-23T01:05`. */
const shownAt = (instant: number): string => {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

const hourLong = 3_600_000

/**
 * The instant at which a full hour begins in Helsinki. An hour that comes twice, when summer time ends, is the first
 * of them; one that is left out, when it begins, is the one after it.
 */
export function instantIn(date: PlainDate, hour: number): Date {
  const wanted = `${date}T${String(hour).padStart(2, '0')}:00`
  const asUtc = Date.parse(`${wanted}:00Z`)
  const found = [asUtc - 3 * hourLong, asUtc - 2 * hourLong].find(instant => shownAt(instant) >= wanted)
  return new Date(found ?? asUtc - 2 * hourLong)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}
