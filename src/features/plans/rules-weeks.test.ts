import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { holidayNames, holidaysBetween, holidaysOf } from './rules-holidays.ts'
import { weekOf, weeksOf, weeksTouched } from './rules-weeks.ts'

const day = fc.integer({ min: 0, max: 80_000 }).map(days => addDays(plainDateOf('1950-01-01'), days))

describe('weeks', () => {
  test.each([
    ['2024-12-29', 52, 2024],
    ['2024-12-30', 1, 2025],
    ['2026-01-01', 1, 2026],
    ['2026-12-31', 53, 2026],
    ['2027-01-03', 53, 2026],
    ['2027-01-04', 1, 2027],
    ['2028-01-02', 52, 2027],
    ['2021-01-03', 53, 2020],
  ])('%s is in week %i of %i', (date, week, year) => {
    expect(weekOf(plainDateOf(date))).toMatchObject({ week, year })
  })

  test('follow one another without a gap or a repeat, over every change of year', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1200 }), (start, days) => {
        const end = addDays(start, days)
        const weeks = weeksOf(start, end)
        expect(weeks.length).toBe(weeksTouched(start, end))
        expect((weeks[0]?.monday ?? '9') <= start).toBe(true)
        expect(daysBetween(weeks.at(-1)?.monday ?? start, end)).toBeLessThan(7)
        for (const [i, { week, year, monday }] of weeks.entries()) {
          // The fourth of January is in week 1, whatever its weekday.
          if (monday <= `${year}-01-04` && addDays(monday, 6) >= `${year}-01-04`) expect(week).toBe(1)
          const next = weeks[i + 1]
          if (next === undefined) continue
          expect(daysBetween(monday, next.monday)).toBe(7)
          expect(next.week).toBe(next.year === year ? week + 1 : 1)
          expect(week).toBeLessThanOrEqual(53)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('holidays', () => {
  test.each([
    [2024, '2024-03-31', '2024-05-09', '2024-06-22', '2024-11-02'],
    [2025, '2025-04-20', '2025-05-29', '2025-06-21', '2025-11-01'],
    [2026, '2026-04-05', '2026-05-14', '2026-06-20', '2026-10-31'],
    [2038, '2038-04-25', '2038-06-03', '2038-06-26', '2038-11-06'],
    // The cycle of the moon has two exceptions.
    [1954, '1954-04-18', '1954-05-27', '1954-06-26', '1954-11-06'],
    [1981, '1981-04-19', '1981-05-28', '1981-06-20', '1981-10-31'],
  ])('of %i stand where the almanac has them', (year, easter, ascension, midsummer, allSaints) => {
    const dates = Object.fromEntries(holidaysOf(year).map(({ name, date }) => [name, date]))
    expect(dates).toMatchObject({ easter, ascension, midsummer, allSaints })
    expect(Object.keys(dates).toSorted()).toEqual(holidayNames.toSorted())
  })

  test('fall on the weekdays that their names promise, every year', () => {
    const weekdays = {
      goodFriday: 5,
      easter: 0,
      easterMonday: 1,
      ascension: 4,
      whitsun: 0,
      midsummer: 6,
      allSaints: 6,
    }
    for (let year = 1900; year < 2300; year += 1) {
      for (const { name, date } of holidaysOf(year)) {
        const expected = Object.hasOwn(weekdays, name) ? weekdays[name as keyof typeof weekdays] : undefined
        if (expected !== undefined)
          expect([name, date, new Date(date).getUTCDay()]).toEqual([name, date, expected])
      }
    }
  })

  test('between two days are those on them and within, in order', () => {
    const [start, end] = ['2025-12-26', '2026-01-06'] as unknown as [PlainDate, PlainDate]
    expect(holidaysBetween(start, end).map(({ name }) => name)).toEqual(['stStephen', 'newYear', 'epiphany'])
  })
})
