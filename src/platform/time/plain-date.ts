/**
 * Plain dates as ISO strings: they compare, sort and store without a time zone.
 * Instants are `Date`; which day an instant falls on is decided in Helsinki, where the law counts days.
 */
declare const plainDate: unique symbol
export type PlainDate = string & { readonly [plainDate]: true }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const millisecondsOfDay = 86_400_000

/** True for a real day of the calendar in the form YYYY-MM-DD. */
export function isPlainDate(text: string): text is PlainDate {
  const match = shape.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false)
  // The database knows no year 0.
  return year >= 1 && day >= 1 && day <= (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0)
}

/** @throws RangeError when the text is no real day. */
export function plainDateOf(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a date: ${text}`)
  return text
}

const helsinki = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Helsinki', dateStyle: 'short' })

let lastMinute = Number.NaN
let lastDay = '' as PlainDate

/** The day in Helsinki on which the instant falls. */
export function dayOf(instant: Date): PlainDate {
  // Every request asks for today, and a day begins with a minute: the calendar is asked once a minute.
  const minute = Math.floor(instant.getTime() / 60_000)
  if (minute !== lastMinute) {
    lastDay = helsinki.format(instant) as PlainDate
    lastMinute = minute
  }
  return lastDay
}

/** The date so many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * millisecondsOfDay).toISOString().slice(0, 10) as PlainDate
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsOfDay)
}

/** The date so many months later; the last day of the month where the day does not exist (31.1. + 1 = 28.2.). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
  return moved.toISOString().slice(0, 10) as PlainDate
}
