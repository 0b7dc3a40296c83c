import { describe, expect, test } from 'vitest'
import type { Plan } from '../plans/contract.ts'
import type { BulkOperation } from './contract.ts'
import { changedBy } from './rules.ts'
import { partsOf } from './rules-parts.ts'

const workplace = { name: 'Paja', tasks: ['Huolto'], instructor: { name: 'Otto Keksitty' } }
const period = (start: string, end: string, more: object = {}) => ({
  ...{ start, end, methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 },
  ...more,
})
const plan: Plan = {
  ...{ studyRightOid: 'o', firstApprovedOn: '2026-08-01', needToAcquireCompetence: true },
  vocationalUnits: [
    {
      ...{ unitCode: 'tutkinnonosat_1', unitCodeVersion: 1 },
      learningPeriods: [
        period('2026-10-01', '2026-10-31', { workplace }),
        period('2026-08-10', '2026-08-30', {
          interruptions: [{ start: '2026-08-15', end: '2026-08-16' }],
          periodNote: 'Aloitus',
        }),
      ],
      demonstrations: [
        { start: '2026-10-30', end: '2026-10-30', environment: { name: 'Paja' }, content: [] },
      ],
    },
    { unitCode: 'tutkinnonosat_2', unitCodeVersion: 1 },
  ],
  commonUnits: [
    {
      ...{ unitCode: 'tutkinnonosat_9', unitCodeVersion: 1 },
      subjectAreas: [{ subjectAreaCode: 'aine_a', subjectAreaCodeVersion: 1 }],
    },
  ],
  priorVocationalUnits: [{ unitCode: 'tutkinnonosat_7', unitCodeVersion: 1 }],
}
const reference = { diaryNumber: 'OPH-1', today: '2026-08-01', versionOf: () => 3 }
const run = (operation: BulkOperation, on: Plan = plan, today = reference.today) =>
  changedBy(operation, on, { ...reference, today })
const changed = (operation: BulkOperation, on: Plan = plan): Plan => {
  const result = run(operation, on)
  if ('refused' in result) throw new Error(result.refused)
  return result.plan
}
const periods = (of: Plan) => of.vocationalUnits?.[0]?.learningPeriods ?? []
const one = { unit: 'TUTKINNONOSAT_1' }
const dates = { start: '2027-01-04', end: '2027-01-31' }

describe('moving dates', () => {
  test('moves periods with what stands in them, and demonstrations', () => {
    const next = changed({ kind: 'move-dates', weeks: 1 })
    expect(periods(next).map(each => [each.start, each.end])).toEqual([
      ['2026-10-08', '2026-11-07'],
      ['2026-08-17', '2026-09-06'],
    ])
    expect(periods(next)[1]?.interruptions).toEqual([{ start: '2026-08-22', end: '2026-08-23' }])
    expect(next.vocationalUnits?.[0]?.demonstrations?.[0]?.start).toBe('2026-11-06')
    expect(changed({ kind: 'move-dates', weeks: -1 }, next)).toEqual(plan)
  })

  test('from a day moves only what begins on it or after it', () => {
    const next = changed({ kind: 'move-dates', weeks: 1, from: '2026-10-01' })
    expect(periods(next).map(each => each.start)).toEqual(['2026-10-08', '2026-08-10'])
    expect(run({ kind: 'move-dates', weeks: 1, from: '2027-10-01' })).toEqual({ refused: 'nothing-to-move' })
  })

  // The periods of the plan: one that is listed second begins first, 10.8.–30.8. and 1.10.–31.10.
  const [early, late] = ['2026-08-10', '2026-10-01']
  test.each([
    ['what begins today', '2026-08-10', {}, ['2026-10-08', '2026-08-17']],
    ['not what is under way', '2026-08-11', {}, ['2026-10-08', early]],
    ['what is under way from its first day', '2026-08-11', { from: early }, ['2026-10-08', '2026-08-17']],
    ['not what has ended, whatever the day', '2026-09-01', { from: early }, ['2026-10-08', early]],
    ['what has ended where that is asked for', '2026-09-01', { ended: true }, ['2026-10-08', '2026-08-17']],
    ['from the day, ended or not', '2026-12-01', { ended: true, from: late }, ['2026-10-08', early]],
  ])('moves %s', (_, today, more, starts) => {
    const result = run({ kind: 'move-dates', weeks: 1, ...more }, plan, today)
    expect('plan' in result && periods(result.plan).map(each => each.start)).toEqual(starts)
  })

  test('finds nothing to move where all has ended', () =>
    expect(run({ kind: 'move-dates', weeks: 1 }, plan, '2026-12-01')).toEqual({ refused: 'nothing-to-move' }))
})

test.each([
  ['first', 1],
  ['last', 0],
] as const)('places the %s period by time, whatever the order of the list', (which, at) => {
  const next = changed({ kind: 'place-period', part: one, which, ...dates })
  expect(periods(next)[at]).toMatchObject(dates)
  expect(periods(next)[1 - at]).toEqual(periods(plan)[1 - at])
})

test('sets the workplace of periods that are at one, and keeps the duties', () => {
  const operation = {
    kind: 'set-workplace' as const,
    ...{ part: one, workplace: { name: 'Uusi' }, instructor: { name: 'Iida Keksitty' } },
    which: 'all' as const,
  }
  const next = changed(operation)
  expect(periods(next)[0]?.workplace).toEqual({
    ...{ name: 'Uusi', tasks: ['Huolto'], instructor: { name: 'Iida Keksitty' } },
  })
  expect(periods(next)[1]).toEqual(periods(plan)[1])
  expect(run({ ...operation, which: 'first' })).toEqual({ refused: 'no-workplace-period' })
})

test('adds a unit, a common unit with its area, an area to a common unit', () => {
  const add = (unit: string, subjectArea?: string) =>
    changed({
      ...{ kind: 'add-unit', diaryNumber: 'OPH-1', ...dates },
      part: { unit, ...(subjectArea === undefined ? {} : { subjectArea }) },
    })
  expect(add('tutkinnonosat_3').vocationalUnits?.at(-1)).toMatchObject({
    ...{ unitCode: 'tutkinnonosat_3', unitCodeVersion: 3, learningPeriods: [dates] },
  })
  expect(add('tutkinnonosat_8', 'aine_b').commonUnits?.at(-1)).toMatchObject({
    subjectAreas: [{ subjectAreaCode: 'aine_b', learningPeriods: [dates] }],
  })
  expect(
    add('tutkinnonosat_9', 'aine_b').commonUnits?.[0]?.subjectAreas.map(each => each.subjectAreaCode),
  ).toEqual(['aine_a', 'aine_b'])
})

test('sets hours, and adds a note once', () => {
  const area = { unit: 'tutkinnonosat_9', subjectArea: 'aine_a' }
  expect(
    changed({ kind: 'set-hours', part: area, hours: 12 }).commonUnits?.[0]?.subjectAreas[0],
  ).toMatchObject({
    teachingHours: 12,
  })
  const note: BulkOperation = { kind: 'add-note', part: one, which: 'first', note: ' Avajaiset ' }
  const next = changed(note)
  expect(periods(next)[1]?.periodNote).toBe('Aloitus\nAvajaiset')
  expect(changed(note, next)).toEqual(next)
})

const part = (unit: string, subjectArea?: string) => ({ unit, ...(subjectArea ? { subjectArea } : {}) })
test.each([
  ['set-hours', { part: part('tutkinnonosat_5'), hours: 1 }, 'part-missing'],
  ['set-hours', { part: part('tutkinnonosat_9', 'aine_x'), hours: 1 }, 'part-missing'],
  ['add-note', { part: part('tutkinnonosat_2'), which: 'all', note: 'x' }, 'period-missing'],
  ['add-note', { part: one, which: 'all', note: 'x'.repeat(2001) }, 'note-too-long'],
  ['place-period', { part: one, which: 'first', start: '2026-02-02', end: '2026-02-01' }, 'dates-turned'],
  ['add-unit', { part: one, diaryNumber: 'OPH-1', ...dates }, 'already'],
  ['add-unit', { part: part('tutkinnonosat_7'), diaryNumber: 'OPH-1', ...dates }, 'already'],
  ['add-unit', { part: part('tutkinnonosat_9', 'aine_a'), diaryNumber: 'OPH-1', ...dates }, 'already'],
  ['add-unit', { part: part('tutkinnonosat_3'), diaryNumber: 'OPH-2', ...dates }, 'not-this-qualification'],
] as [string, object, string][])('%s that cannot be made says why', (kind, more, refused) =>
  expect(run({ kind, ...more } as BulkOperation)).toEqual({ refused }),
)

test('parts are counted by plans, those of the most plans first', () => {
  const other = { ...plan, commonUnits: [], vocationalUnits: plan.vocationalUnits?.slice(0, 1) ?? [] }
  expect(partsOf([plan, other] as never)).toEqual([
    { unit: 'tutkinnonosat_1', plans: 2 },
    { unit: 'tutkinnonosat_2', plans: 1 },
    { unit: 'tutkinnonosat_9', subjectArea: 'aine_a', plans: 1 },
  ])
})
