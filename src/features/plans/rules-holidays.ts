/**
 * Public holidays in Finland, by rule. Sources: the Church Act (its list of holy days; Midsummer on the Saturday after
 * 19 June and All Saints' on the Saturday after 30 October), the Acts on Independence Day (388/1937) and on May Day
 * (272/1944). Holidays of schools are each provider's own and not here.
 */
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'

export const holidayNames = [
  'newYear',
  'epiphany',
  'goodFriday',
  'easter',
  'easterMonday',
  'mayDay',
  'ascension',
  'whitsun',
  'midsummer',
  'allSaints',
  'independence',
  'christmas',
  'stStephen',
] as const
export type HolidayName = (typeof holidayNames)[number]

export interface Holiday {
  readonly date: PlainDate
  readonly name: HolidayName
}

/** Easter Sunday of the Gregorian calendar: the Sunday after the first full moon of spring, by its cycle of 19 years. */
export function easterOf(year: number): PlainDate {
  const century = Math.floor(year / 100)
  const skippedLeapDays = century - Math.floor(century / 4)
  const moonShift = Math.floor((8 * century + 13) / 25)
  const moon = (skippedLeapDays - moonShift + 19 * (year % 19) + 15) % 30
  // Two dates that the cycle would give twice or too late are moved a day back.
  const fullMoon = moon - (moon === 29 || (moon === 28 && year % 19 > 10) ? 1 : 0)
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - skippedLeapDays) % 7
  return addDays(`${String(year).padStart(4, '0')}-03-28` as PlainDate, fullMoon - weekday)
}

export function holidaysOf(year: number): Holiday[] {
  const day = (monthDay: string) => `${String(year).padStart(4, '0')}-${monthDay}` as PlainDate
  const easter = easterOf(year)
  return [
    { name: 'newYear', date: day('01-01') },
    { name: 'epiphany', date: day('01-06') },
    { name: 'goodFriday', date: addDays(easter, -2) },
    { name: 'easter', date: easter },
    { name: 'easterMonday', date: addDays(easter, 1) },
    { name: 'mayDay', date: day('05-01') },
    { name: 'ascension', date: addDays(easter, 39) },
    { name: 'whitsun', date: addDays(easter, 49) },
    { name: 'midsummer', date: saturdayAfter(day('06-19')) },
    { name: 'allSaints', date: saturdayAfter(day('10-30')) },
    { name: 'independence', date: day('12-06') },
    { name: 'christmas', date: day('12-25') },
    { name: 'stStephen', date: day('12-26') },
  ]
}

function saturdayAfter(date: PlainDate): PlainDate {
  return addDays(date, ((5 - new Date(date).getUTCDay() + 7) % 7) + 1)
}

/** Those from `start` to `end`, both included, in order. */
export function holidaysBetween(start: PlainDate, end: PlainDate): Holiday[] {
  const holidays: Holiday[] = []
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1)
    holidays.push(...holidaysOf(year).filter(({ date }) => date >= start && date <= end))
  // Ascension Day may come before May Day.
  return holidays.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
