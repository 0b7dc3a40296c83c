import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { type DateSpan, type DurationPeriod, durationsOf, type StudyRightState } from './rules-durations.ts'

const day = plainDateOf
const span = (start: string, end?: string): DateSpan => ({
  start: day(start),
  end: end ? day(end) : undefined,
})
const period = (
  key: string,
  start: string,
  end?: string,
  more: Partial<DurationPeriod> = {},
): DurationPeriod => ({
  key,
  studentKey: 's',
  studyRightOid: 'L',
  partTimeShare: 100,
  interruptions: [],
  ...span(start, end),
  ...more,
})
const present: StudyRightState[] = [{ start: day('2020-01-01'), state: 'lasna' }]
const rights = new Map([
  ['L', present],
  [
    'K',
    [
      ...present,
      { start: day('2024-03-11'), state: 'valiaikaisestikeskeytynyt' },
      { start: day('2024-03-18'), state: 'lasna' },
    ],
  ],
  ['END', [{ start: day('2024-03-11'), state: 'valiaikaisestikeskeytynyt' }, ...present]],
])

const table: [name: string, periods: DurationPeriod[], exact: string[], days: number[]][] = [
  ['a half rounds up', [period('a', '2024-03-04', '2024-03-04', { partTimeShare: 50 })], ['1/2'], [1]],
  ['a period over a summer time change', [period('a', '2024-03-30', '2024-04-01')], ['3/1'], [3]],
  [
    'three thirds stay exact',
    [
      period('a', '2024-03-01', '2024-03-03'),
      period('b', '2024-03-03', '2024-03-05'),
      period('c', '2024-03-03', '2024-03-03'),
    ],
    ['7/3', '7/3', '1/3'],
    [2, 2, 0],
  ],
  ['an end before the start', [period('a', '2024-03-04', '2024-03-01')], ['0/1'], [0]],
  [
    'overlapping interruption and suspension count once',
    [
      period('a', '2024-03-01', '2024-03-31', {
        studyRightOid: 'K',
        interruptions: [span('2024-03-08', '2024-03-13')],
      }),
    ],
    ['21/1'],
    [21],
  ],
  [
    'a suspension that never ends, states unordered',
    [period('a', '2024-03-01', '2024-03-31', { studyRightOid: 'END' })],
    ['10/1'],
    [10],
  ],
  [
    'interruptions that touch, nest, run backwards and lie outside',
    [
      period('a', '2024-03-01', '2024-03-31', {
        interruptions: [
          span('2024-03-10', '2024-03-12'),
          span('2024-03-05', '2024-03-20'),
          span('2024-03-21', '2024-03-22'),
          span('2024-03-25', '2024-03-24'),
          span('2023-01-01', '2024-03-01'),
          span('2024-03-31'),
        ],
      }),
    ],
    ['11/1'],
    [11],
  ],
  [
    'an open period lasts to the latest known end',
    [period('a', '2024-03-01'), period('b', '2024-03-01', '2024-03-10')],
    ['5/1', '5/1'],
    [5, 5],
  ],
  ['an open period with no end known', [period('a', '2024-03-01')], ['0/1'], [0]],
  [
    'a worthless share still takes its part of the day',
    [
      period('a', '2024-03-01', '2024-03-10'),
      period('b', '2024-03-01', '2024-03-10', { partTimeShare: undefined }),
    ],
    ['5/1', '0/1'],
    [5, 0],
  ],
  [
    'a missing study right takes none',
    [
      period('a', '2024-03-01', '2024-03-10'),
      period('b', '2024-03-01', '2024-03-10', { studyRightOid: '?' }),
    ],
    ['10/1', '0/1'],
    [10, 0],
  ],
  [
    'students do not share days',
    [period('a', '2024-03-01', '2024-03-10'), period('a', '2024-03-01', '2024-03-10', { studentKey: 't' })],
    ['10/1', '10/1'],
    [10, 10],
  ],
  ...[0, -1, 101, 50.5, Number.NaN].map((share): [string, DurationPeriod[], string[], number[]] => [
    `part-time share ${share}`,
    [period('a', '2024-03-01', '2024-03-10', { partTimeShare: share })],
    ['0/1'],
    [0],
  ]),
]

describe('durations of workplace periods', () => {
  it.each(table)('%s', (_name, periods, exact, days) => {
    const results = durationsOf(periods, rights)
    expect(results.map(r => `${r.exact.numerator}/${r.exact.denominator}`)).toEqual(exact)
    expect(results.map(r => r.days)).toEqual(days)
    expect(results.map(r => r.key)).toEqual(periods.map(p => p.key))
  })

  it('gives a collapsed key one share of each day, by its last part-time share', () => {
    const twice = [
      period('a', '2024-03-01', '2024-03-10'),
      period('a', '2024-03-06', '2024-03-15', { partTimeShare: 50 }),
    ]
    expect(durationsOf(twice, rights).map(r => r.days)).toEqual([8, 4])
    expect(durationsOf(twice, rights, { collapseDuplicates: true })).toMatchObject([
      { key: 'a', exact: { numerator: 25n, denominator: 4n }, days: 6 },
    ])
  })

  it('refuses a text that is no date', () => {
    expect(() => durationsOf([{ ...period('a', '2024-03-01'), end: 'x' as PlainDate }], rights)).toThrow(
      RangeError,
    )
  })

  it('equals the day-by-day definition', () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 6 }), periods => {
        const exact = durationsOf(periods, rights).map(
          r => Number(r.exact.numerator) / Number(r.exact.denominator),
        )
        const expected = dayByDay(periods)
        expect(exact.length).toBe(expected.length)
        for (const [i, days] of expected.entries()) expect(exact[i]).toBeCloseTo(days, 9)
      }),
      { numRuns: 150 },
    )
  })
})

const first = day('2024-03-01')
const anyDay = fc.nat(40).map(days => addDays(first, days))
const anyEnd = fc.option(anyDay, { nil: undefined })
const anyPeriod: fc.Arbitrary<DurationPeriod> = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  studentKey: fc.constantFrom('s', 't'),
  studyRightOid: fc.constantFrom('L', 'K', 'END', '?'),
  partTimeShare: fc.integer({ min: 0, max: 101 }),
  start: anyDay,
  end: anyEnd,
  interruptions: fc.array(fc.record({ start: anyDay, end: anyEnd }), { maxLength: 3 }),
})

/** The rule as it is told: asks each day who is active. */
function dayByDay(periods: DurationPeriod[]): number[] {
  const sums = periods.map(() => 0)
  for (let i = 0; i <= 41; i += 1) {
    const today = addDays(first, i)
    for (const student of ['s', 't']) {
      const ends = periods.filter(p => p.studentKey === student).flatMap(p => p.end ?? [])
      const lastEnd = ends.toSorted().at(-1)
      const active = periods.flatMap((p, at) =>
        p.studentKey === student && isActive(p, today, lastEnd) ? [at] : [],
      )
      for (const at of active) sums[at] = (sums[at] ?? 0) + 1 / active.length
    }
  }
  return sums.map((sum, i) => {
    const share = periods[i]?.partTimeShare ?? 0
    return share >= 1 && share <= 100 ? (sum * share) / 100 : 0
  })
}

function isActive(p: DurationPeriod, today: PlainDate, lastEnd: PlainDate | undefined): boolean {
  const states = rights.get(p.studyRightOid)
  const state = states?.toSorted((a, b) => a.start.localeCompare(b.start)).findLast(s => s.start <= today)
  const within = (s: DateSpan) => s.start <= today && (s.end === undefined || today <= s.end)
  const known = lastEnd !== undefined && today <= lastEnd
  return (
    known &&
    state !== undefined &&
    within(p) &&
    !p.interruptions.some(within) &&
    state.state !== 'valiaikaisestikeskeytynyt'
  )
}

const shared = new URL('../../../../shared/cases/workplace-period-durations.json', import.meta.url)

describe.skipIf(!existsSync(shared))('the shared duration cases (skipped where ../shared is absent)', () => {
  it('give the expected days', () => {
    const { cases } = JSON.parse(readFileSync(shared, 'utf8')) as { cases: SharedCase[] }
    expect(cases.length).toBeGreaterThan(0)
    for (const one of cases) {
      const periods = one.periods.map(p => ({
        key: p.name,
        studentKey: p.student ?? '',
        studyRightOid: p.study_right,
        partTimeShare: p.part_time ?? undefined,
        interruptions: p.interruptions ?? [],
        start: p.start,
        end: p.end,
      }))
      const days = Object.fromEntries(
        durationsOf(periods, new Map(Object.entries(one.study_rights))).map(r => [r.key, r.days]),
      )
      expect(days, one.id).toMatchObject(one.expected)
    }
  })
})

interface SharedCase {
  id: string
  periods: {
    name: string
    start: PlainDate
    end?: PlainDate
    part_time?: number | null
    study_right: string
    interruptions?: DateSpan[]
    student?: string
  }[]
  study_rights: Record<string, StudyRightState[]>
  expected: Record<string, number>
}
