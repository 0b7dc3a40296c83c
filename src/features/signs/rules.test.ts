import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { defaultSettings } from '../settings/rules.ts'
import type { SignData } from './contract.ts'
import { lookingOn, type PeriodFacts, type PlanFacts, signsOf } from './rules.ts'
import { nextMonday } from './rules-weeks.ts'

// A Monday, eight weeks before which is 28 September.
const today = plainDateOf('2026-11-23')
const limits = defaultSettings.signs
const long: PeriodFacts = {
  key: 'long',
  start: '2026-08-10',
  end: '2027-05-28',
  interruptions: [],
  hasWorkplace: false,
}
const workplace: PeriodFacts = {
  key: 'work',
  start: '2026-12-07',
  end: '2027-01-29',
  interruptions: [],
  form: 'training-agreement',
  hasWorkplace: false,
}
/** A student of whom nothing is to be told. */
const calm: PlanFacts = {
  right: { begins: '2026-08-01', ends: '2029-06-01', states: [{ start: '2026-08-01', state: 'lasna' }] },
  planBegan: null,
  periods: [long],
  demonstrationsAhead: [],
  lastPeriodEnd: '2026-10-30',
  lastDemonstrationEnd: null,
  lastAttained: null,
  completedOn: null,
}
const states = (...told: readonly (readonly [string, string])[]) => ({
  right: { ...calm.right, states: told.map(([start, state]) => ({ start, state })) },
})
const seen = (facts: Partial<PlanFacts>, changed: Partial<typeof limits> = {}, day = today) =>
  signsOf({ ...calm, ...facts }, lookingOn({ ...limits, ...changed }, day)).map(({ data }) => data)

describe('no progress', () => {
  const standstill = { lastPeriodEnd: null }
  test.each<[string, Partial<PlanFacts>, SignData | undefined]>([
    [
      'eight weeks to the day',
      { lastPeriodEnd: '2026-09-28' },
      { reason: 'no-progress', since: '2026-09-28', what: 'period', limit: 8 },
    ],
    ['a day less', { lastPeriodEnd: '2026-09-29' }, undefined],
    ['a demonstration since', { ...standstill, lastDemonstrationEnd: '2026-11-20' }, undefined],
    ['a unit assessed since', { ...standstill, lastAttained: '2026-11-20' }, undefined],
    [
      'what is told for later counts for nothing',
      { ...standstill, lastDemonstrationEnd: '2026-11-24' },
      { reason: 'no-progress', since: '2026-08-01', what: 'start', limit: 8 },
    ],
    [
      'of two on one day the demonstration',
      { lastPeriodEnd: '2026-09-01', lastDemonstrationEnd: '2026-09-01' },
      { reason: 'no-progress', since: '2026-09-01', what: 'demonstration', limit: 8 },
    ],
    [
      'nothing yet, begun long ago',
      standstill,
      { reason: 'no-progress', since: '2026-08-01', what: 'start', limit: 8 },
    ],
    ['the plan was made lately', { ...standstill, planBegan: '2026-11-20' }, undefined],
    [
      'the plan was made eight weeks ago, after all that went forward',
      { lastPeriodEnd: '2026-09-01', planBegan: '2026-09-28' },
      { reason: 'no-progress', since: '2026-09-28', what: 'plan', limit: 8 },
    ],
    [
      'the plan was made before something went forward',
      { lastPeriodEnd: '2026-09-01', planBegan: '2026-08-20' },
      { reason: 'no-progress', since: '2026-09-01', what: 'period', limit: 8 },
    ],
    [
      'the plan was made before the studies began',
      { ...standstill, planBegan: '2026-06-01' },
      { reason: 'no-progress', since: '2026-08-01', what: 'start', limit: 8 },
    ],
    ['nothing yet, begun lately', { ...standstill, ...states(['2026-10-01', 'lasna']) }, undefined],
    [
      'a change of funding begins nothing anew',
      { ...standstill, ...states(['2026-08-01', 'lasna'], ['2026-11-01', 'lasna']) },
      { reason: 'no-progress', since: '2026-08-01', what: 'start', limit: 8 },
    ],
    [
      'back from an interruption lately',
      {
        ...standstill,
        ...states(
          ['2025-08-01', 'lasna'],
          ['2026-01-01', 'valiaikaisestikeskeytynyt'],
          ['2026-11-01', 'lasna'],
        ),
      },
      undefined,
    ],
    [
      'back from an interruption long ago',
      {
        ...standstill,
        ...states(
          ['2025-08-01', 'lasna'],
          ['2026-01-01', 'valiaikaisestikeskeytynyt'],
          ['2026-09-01', 'lasna'],
        ),
      },
      { reason: 'no-progress', since: '2026-09-01', what: 'return', limit: 8 },
    ],
    [
      'interrupted',
      { ...standstill, ...states(['2026-08-01', 'lasna'], ['2026-11-01', 'valiaikaisestikeskeytynyt']) },
      undefined,
    ],
    ['over', { ...standstill, ...states(['2026-08-01', 'lasna'], ['2026-11-01', 'eronnut']) }, undefined],
    ['before it begins', { ...standstill, ...states(['2027-01-01', 'lasna']) }, undefined],
    ['a state that nobody knows', { ...standstill, ...states(['2026-08-01', 'uusi']) }, undefined],
    ['no study right is known', { ...standstill, ...states() }, undefined],
    ['everything achieved', { ...standstill, completedOn: '2026-11-23' }, undefined],
  ])('%s', (_name, facts, expected) => expect(seen(facts)).toEqual(expected === undefined ? [] : [expected]))

  test('is not looked for when it is off', () =>
    expect(seen(standstill, { progress: { on: false, weeks: 8 } })).toEqual([]))
})

describe('empty weeks ahead', () => {
  const until = (end: string): Partial<PlanFacts> => ({ periods: [{ ...long, end }] })
  const weeks = (facts: Partial<PlanFacts>, changed: Partial<typeof limits> = {}, day = today) =>
    seen(facts, changed, day).flatMap(data => (data.reason === 'empty-weeks' ? [data.weeks] : []))[0]
  test.each<[string, Partial<PlanFacts>, readonly string[] | undefined]>([
    ['the last two of eight', until('2027-01-08'), ['2027-01-11', '2027-01-18']],
    ['one is fewer than the limit', until('2027-01-11'), undefined],
    [
      'a week is planned when its Friday is',
      {
        periods: [
          { ...long, end: '2027-01-08' },
          { ...long, start: '2027-01-15', end: '2027-01-15' },
        ],
      },
      undefined,
    ],
    [
      'a weekend plans nothing',
      {
        periods: [
          { ...long, end: '2027-01-08' },
          { ...long, start: '2027-01-16', end: '2027-01-17' },
        ],
      },
      ['2027-01-11', '2027-01-18'],
    ],
    [
      'a demonstration plans its week',
      { ...until('2027-01-08'), demonstrationsAhead: [{ start: '2027-01-13', end: '2027-01-13' }] },
      undefined,
    ],
    [
      'an interruption empties them',
      { periods: [{ ...long, interruptions: [{ start: '2026-12-07', end: '2026-12-20' }] }] },
      ['2026-12-07', '2026-12-14'],
    ],
    [
      'one without an end too',
      { periods: [{ ...long, interruptions: [{ start: '2027-01-11' }] }] },
      ['2027-01-11', '2027-01-18'],
    ],
    [
      'a workday left of the interruption is enough',
      { periods: [{ ...long, interruptions: [{ start: '2026-12-07', end: '2026-12-17' }] }] },
      undefined,
    ],
    [
      'nothing is planned after the study right',
      { ...until('2027-01-08'), right: { ...calm.right, ends: '2027-01-10' } },
      undefined,
    ],
    [
      'an estimated end that has passed says nothing',
      { ...until('2027-01-08'), right: { ...calm.right, ends: '2026-10-01' } },
      ['2027-01-11', '2027-01-18'],
    ],
    [
      'nor while it will be interrupted',
      {
        ...until('2027-01-08'),
        ...states(['2026-08-01', 'lasna'], ['2027-01-09', 'valiaikaisestikeskeytynyt']),
      },
      undefined,
    ],
    [
      'nothing is planned at all: weeks 49 to 53 of one year and 1 to 3 of the next',
      { periods: [] },
      [
        '2026-11-30',
        '2026-12-07',
        '2026-12-14',
        '2026-12-21',
        '2026-12-28',
        '2027-01-04',
        '2027-01-11',
        '2027-01-18',
      ],
    ],
  ])('%s', (_name, facts, expected) => expect(weeks(facts)).toEqual(expected))

  test('on a Sunday the next week is the first, on a Monday the one after', () => {
    expect(nextMonday(plainDateOf('2026-11-22'))).toBe('2026-11-23')
    expect(nextMonday(today)).toBe('2026-11-30')
  })
  test("the provider's own holidays need no plan", () => {
    const breaks = [{ start: '2026-12-21', end: '2027-01-06' }]
    const emptyWeeks = { on: true, weeks: 2, ahead: 8, breaks }
    // Of the week of Epiphany 7 and 8 January are left.
    expect(weeks({ periods: [{ ...long, end: '2026-12-18' }] }, { emptyWeeks })).toEqual([
      '2027-01-04',
      '2027-01-11',
      '2027-01-18',
    ])
    expect(
      weeks(
        {
          periods: [
            { ...long, end: '2026-12-18' },
            { ...long, start: '2027-01-07' },
          ],
        },
        { emptyWeeks },
      ),
    ).toBeUndefined()
  })
  test('a public holiday is no workday to plan', () => {
    const day = plainDateOf('2026-12-01')
    const only = (start: string) =>
      weeks(
        {
          periods: [
            { ...long, end: '2026-12-11' },
            { ...long, start, end: start },
          ],
        },
        { emptyWeeks: { on: true, weeks: 1, ahead: 3 } },
        day,
      )
    // 25 December is Christmas Day; the day before is none by law.
    expect(only('2026-12-24')).toEqual(['2026-12-14'])
    expect(only('2026-12-25')).toEqual(['2026-12-14', '2026-12-21'])
  })
  test('is not looked for when it is off', () =>
    expect(weeks({ periods: [] }, { emptyWeeks: { ...limits.emptyWeeks, on: false } })).toBeUndefined())
})

describe('workplace periods', () => {
  const of = (period: Partial<PeriodFacts>, changed: Partial<typeof limits> = {}) =>
    seen({ periods: [long, { ...workplace, ...period }] }, changed)
  const missing = {
    reason: 'no-workplace',
    form: 'training-agreement',
    start: '2026-12-07',
    end: '2027-01-29',
    begun: false,
    limit: 21,
  }
  const days = { form: 'training-agreement', start: '2026-11-02', end: '2027-01-29' } as const
  const paused = { reason: 'interrupted', ...days }
  test.each<[string, Partial<PeriodFacts>, object | undefined]>([
    ['starts within the days', {}, missing],
    ['starts on the last of the days', { start: '2026-12-14' }, { ...missing, start: '2026-12-14' }],
    ['starts a day later', { start: '2026-12-15' }, undefined],
    ['has begun without one', { start: '2026-11-23' }, { ...missing, start: '2026-11-23', begun: true }],
    [
      'ends today',
      { start: '2026-11-01', end: '2026-11-23' },
      { ...missing, start: '2026-11-01', end: '2026-11-23', begun: true },
    ],
    ['has ended', { start: '2026-11-01', end: '2026-11-22' }, undefined],
    ['has a workplace', { hasWorkplace: true }, undefined],
    ['is no workplace period', { form: undefined }, undefined],
    [
      'is interrupted',
      { ...days, hasWorkplace: true, interruptions: [{ start: '2026-11-16', end: '2026-11-23' }] },
      { ...paused, interruptedFrom: '2026-11-16', interruptedUntil: '2026-11-23' },
    ],
    [
      'is interrupted until further notice',
      { ...days, interruptions: [{ start: '2026-11-16' }] },
      { ...paused, interruptedFrom: '2026-11-16' },
    ],
    [
      'was interrupted',
      { ...days, hasWorkplace: true, interruptions: [{ start: '2026-11-16', end: '2026-11-22' }] },
      undefined,
    ],
    [
      'will be interrupted',
      { ...days, hasWorkplace: true, interruptions: [{ start: '2026-11-24' }] },
      undefined,
    ],
  ])('%s', (_name, period, expected) => {
    expect(of(period)).toEqual(expected === undefined ? [] : [expected])
  })
  test('each period by itself, by its own key', () => {
    const periods = [long, { ...workplace, key: 'b' }, { ...workplace, key: 'a' }]
    expect(signsOf({ ...calm, periods }, lookingOn(limits, today)).map(({ about }) => about)).toEqual([
      'a',
      'b',
    ])
  })
  test('are not looked at when it is off', () =>
    expect(of({}, { workplace: { on: false, days: 21 } })).toEqual([]))
})

const day = fc.integer({ min: -200, max: 200 }).map(days => addDays(today, days))
const stretch = fc.tuple(day, fc.nat(120)).map(([start, days]) => ({ start, end: addDays(start, days) }))
const periods = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    days: stretch,
    interruptions: fc.array(stretch, { maxLength: 2 }),
    form: fc.constantFrom(undefined, 'training-agreement' as const, 'apprenticeship' as const),
    hasWorkplace: fc.boolean(),
  }),
  { maxLength: 6 },
)
const anyFacts = fc.record({
  periods: periods.map(list => list.map(({ days, ...one }) => ({ ...one, ...days }))),
  demonstrationsAhead: fc.array(stretch, { maxLength: 3 }),
  planBegan: fc.option(day),
  lastPeriodEnd: fc.option(day),
  lastDemonstrationEnd: fc.option(day),
  lastAttained: fc.option(day),
})

test('the order of rows does not matter', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      const turned = {
        ...facts,
        periods: facts.periods
          .toReversed()
          .map(one => ({ ...one, interruptions: one.interruptions.toReversed() })),
        demonstrationsAhead: facts.demonstrationsAhead.toReversed(),
      }
      expect(seen(turned)).toEqual(seen(facts))
    }),
  )
})

/** From the data of a sign alone, without the plan. */
function proves(data: SignData): boolean {
  if (data.reason === 'no-progress') return addDays(plainDateOf(data.since), 7 * data.limit) <= today
  if (data.reason === 'empty-weeks') {
    const inside = data.weeks.every(week => week >= data.from && week <= data.until)
    return inside && new Set(data.weeks).size >= data.limit && data.from > today
  }
  if (data.reason === 'no-workplace')
    return data.begun ? data.start <= today && today <= data.end : data.start <= addDays(today, data.limit)
  return data.interruptedFrom <= today && (data.interruptedUntil ?? today) >= today && data.start <= today
}

test("a sign's data prove its reason", () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      expect(seen(facts).filter(data => !proves(data))).toEqual([])
    }),
  )
})
