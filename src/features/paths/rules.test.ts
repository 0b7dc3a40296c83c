import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { pathOf } from './rules.ts'
import { chosenOf } from './rules-choice.ts'
import { gapsOf } from './rules-gaps.ts'
import { itemsOf } from './rules-items.ts'
import { periodPointer, placePointer } from './rules-keys.ts'

const school = 'osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus'
const work = 'osaamisenhankkimistapa_koulutussopimus'

const right: StudyRight = {
  oid: 'r',
  type: 'ammatillinenkoulutus',
  startsOn: '2026-08-10',
  estimatedEndOn: '2027-06-04',
  states: [{ start: '2026-08-10', state: 'lasna' }],
  attainments: [],
}

type Part = NonNullable<StoredPlan['vocationalUnits']>[number]
const period = (start: string, end: string, other: object = {}) => ({
  ...{ start, end, methodCode: school, methodCodeVersion: 1 },
  ...other,
})
const demonstration = (start: string, end = start) => ({
  ...{ start, end, environment: { name: 'Paja' }, content: ['Huolto'], providerAssessors: [] },
})
const unit = (unitCode: string, other: object = {}): Part => ({ unitCode, unitCodeVersion: 1, ...other })

const plan: StoredPlan = {
  firstApprovedOn: '2026-08-20',
  needToAcquireCompetence: true,
  vocationalUnits: [
    unit('u_1', {
      learningPeriods: [period('2026-08-17', '2026-10-16')],
      demonstrations: [demonstration('2026-10-12')],
    }),
    unit('u_2', {
      learningPeriods: [
        period('2026-11-02', '2026-12-18', {
          ...{ identifier: 'p2', methodCode: work, partTimeShare: 60 },
          workplace: { name: 'Paja Oy', tasks: ['Renkaat'], instructor: { contact: 'c1' } },
        }),
      ],
      demonstrations: [demonstration('2027-01-18')],
    }),
    unit('u_3', {
      learningPeriods: [period('2027-01-11', '2027-03-19'), period('2027-03-01', '2027-02-01')],
    }),
    unit('u_4'),
  ],
  priorVocationalUnits: [unit('u_9') as never],
}

const at = (day: string, other: { plan?: StoredPlan | undefined; right?: StudyRight | undefined } = {}) =>
  pathOf({
    plan: 'plan' in other ? other.plan : plan,
    studyRight: 'right' in other ? other.right : right,
    people: new Map([['c1', 'Otto Ohjaaja']]),
    today: plainDateOf(day),
    pointsOf: () => 15,
    totalPoints: 60,
  })

const withStates = (...states: readonly [string, string][]): StudyRight => ({
  ...right,
  states: states.map(([start, state]) => ({ start, state })),
})

describe('the phase', () => {
  test.each([
    ['nothing is known', '2026-11-23', { plan: undefined, right: undefined }, 'no-right', undefined],
    ['there is no plan yet', '2026-11-23', { plan: undefined }, 'no-plan', undefined],
    ['the studies have not begun', '2026-08-01', {}, 'before', undefined],
    ['they run', '2026-11-23', {}, 'running', undefined],
    ['nobody told of a study right', '2026-11-23', { right: undefined }, 'running', undefined],
    [
      'they are interrupted until a day',
      '2026-11-23',
      { right: withStates(['2026-11-01', 'valiaikaisestikeskeytynyt'], ['2027-01-11', 'lasna']) },
      'interrupted',
      '2027-01-11',
    ],
    ['they have ended', '2027-06-30', { right: { ...right, endedOn: '2027-06-04' } }, 'ended', '2027-06-04'],
    [
      'somebody has left',
      '2026-11-23',
      { right: withStates(['2026-10-01', 'eronnut']) },
      'ended',
      '2026-10-01',
    ],
    [
      'all is achieved',
      '2027-05-20',
      { plan: { ...plan, competenceAchievedOn: '2027-05-19' } },
      'done',
      '2027-05-19',
    ],
  ])('when %s', (_, day, other, phase, until) => {
    expect(at(day, other)).toMatchObject({ phase, ...(until ? { until } : {}) })
    if (phase !== 'running' && phase !== 'before' && phase !== 'interrupted')
      expect(at(day, other)).toMatchObject({ now: [], next: [], gaps: [] })
  })
})

describe('now and next', () => {
  test('say where, with whom, how much and until when', () => {
    expect(at('2026-11-23').now).toMatchObject([
      {
        ...{ key: 'period:p2', partKey: 'unit:u_2', kind: 'training-agreement', name: { code: 'u_2' } },
        ...{ start: '2026-11-02', end: '2026-12-18', share: 60, tasks: ['Renkaat'], interruptions: [] },
        place: { text: 'Paja Oy' },
        people: [{ role: 'instructor', name: 'Otto Ohjaaja' }],
      },
    ])
  })

  test.each([
    ['2026-08-10', [], ['u_1', 'u_2', 'u_3'], 2],
    ['2026-10-12', ['u_1', 'u_1'], ['u_2', 'u_3'], 2],
    ['2026-10-20', [], ['u_2', 'u_3'], 1],
    ['2027-01-18', ['u_3', 'u_2'], [], 1],
    // After the end of everything.
    ['2027-05-01', [], [], 0],
  ])('on %s', (day, now, next, demonstrations) => {
    const path = at(day)
    expect(path.now.map(({ name }) => name.code)).toEqual(now)
    expect(path.next.map(({ name }) => name.code)).toEqual(next)
    expect(path.demonstrations).toHaveLength(demonstrations)
  })

  test.each([
    ['until a day', [{ start: '2026-11-20', end: '2026-11-29' }], { until: '2026-11-29' }],
    ['for nobody knows how long', [{ start: '2026-11-20' }], {}],
    ['not any more', [{ start: '2026-11-10', end: '2026-11-22' }], undefined],
  ])('a period stands still %s', (_, interruptions, paused) => {
    const stopped = unit('u_1', { learningPeriods: [period('2026-11-02', '2026-12-18', { interruptions })] })
    const [now] = at('2026-11-23', { plan: { ...plan, vocationalUnits: [stopped] } }).now
    expect(now?.paused).toEqual(paused)
  })
})

describe('how far', () => {
  test('counts what was known and what has been demonstrated by its days', () => {
    expect(at('2026-11-23').howFar).toEqual({
      parts: { total: 5, recognised: 1, shown: 1 },
      points: { total: 60, recognised: 15, shown: 15 },
      endsOn: '2027-06-04',
      weeksLeft: 28,
    })
    expect(at('2026-11-23').parts.map(({ state }) => state)).toEqual([
      'shown',
      'running',
      'coming',
      'open',
      'recognised',
    ])
  })

  test('tells no points where some are not known', () => {
    const unknown = pathOf({
      ...{ plan, studyRight: right, people: new Map(), today: plainDateOf('2026-11-23'), totalPoints: 60 },
      pointsOf: () => undefined,
    })
    expect(unknown.howFar?.points).toBeUndefined()
  })
})

const days = (start: string, end: string) => ({ start: plainDateOf(start), end: plainDateOf(end) })

test.each([
  ['nothing at all', [], [{ start: '2026-11-23' }]],
  [
    'a gap of a week',
    [days('2026-11-01', '2026-11-30'), days('2026-12-08', '2027-06-04')],
    [{ start: '2026-12-01', end: '2026-12-07' }],
  ],
  ['a shorter one', [days('2026-11-01', '2026-11-30'), days('2026-12-07', '2027-06-04')], []],
  ['one inside another', [days('2026-11-01', '2027-06-01'), days('2026-11-05', '2026-11-10')], []],
  ['nothing after', [days('2026-11-01', '2026-12-31')], [{ start: '2027-01-01' }]],
  ['something only later', [days('2026-12-07', '2027-06-04')], [{ start: '2026-11-23', end: '2026-12-06' }]],
])('of empty time: %s', (_, items, gaps) => {
  expect(gapsOf(items, plainDateOf('2026-11-23'), plainDateOf('2027-06-04'))).toEqual(gaps)
})

test.each([
  ['the one asked for', 'old', 'old'],
  ['the one that is studied and has a plan', undefined, 'now'],
  ['that too when the one asked for is not there', 'other', 'now'],
])('of several study rights %s is shown', (_, wanted, oid) => {
  const ended = withStates(['2020-08-01', 'lasna'], ['2023-06-01', 'valmistunut'])
  const known = [
    { oid: 'new', right, plan: undefined },
    { oid: 'now', right, plan },
    { oid: 'old', right: ended, plan },
  ]
  expect(chosenOf(known, wanted, plainDateOf('2026-11-23'))?.oid).toBe(oid)
})

test('a period is found again by its key, and one that is gone is not', () => {
  expect(periodPointer(plan, 'period:p2')).toBe('/vocationalUnits/1/learningPeriods/0')
  expect(periodPointer(plan, 'period:p3')).toBeUndefined()
  expect(['plan', 'unit:u_1', 'period:p2', 'unit:gone'].map(key => placePointer(plan, key))).toEqual([
    '',
    '/vocationalUnits/0',
    '/vocationalUnits/1/learningPeriods/0',
    undefined,
  ])
})

describe('a key names the thing, wherever in the plan it stands', () => {
  const local = (name: string, other: object = {}) => ({ name, competencePoints: 5, ...other })
  const start = '2026-09-01'
  const own = local('Oma osa', {
    learningPeriods: [period(start, '2026-10-01')],
    demonstrations: [demonstration('2026-10-12')],
  })
  const planOf = (...localUnits: object[]) => ({ ...plan, localUnits }) as StoredPlan
  const keysIn = (of: StoredPlan) => {
    const { items, parts } = at('2026-11-23', { plan: of })
    return {
      part: parts.find(({ name }) => name.text === 'Oma osa')?.key,
      items: items.filter(({ name }) => name.text === 'Oma osa').map(({ key }) => key),
    }
  }

  test('another local unit before it changes no key', () => {
    expect(keysIn(planOf(local('Toinen osa'), own))).toEqual(keysIn(planOf(own)))
    expect(JSON.stringify(keysIn(planOf(own)))).not.toMatch(/Oma|2026/)
  })

  test('another in its place has another', () => {
    const [before, after] = [planOf(own), planOf({ ...own, name: 'Muu osa' })].map(of =>
      itemsOf(of, new Map()).map(({ key }) => key),
    )
    const gone = (before ?? []).filter(key => !after?.includes(key))
    expect(gone.sort()).toEqual(keysIn(planOf(own)).items.sort())
  })

  test('a period that gets its identifier is found by its earlier key, and another that begins then is not', () => {
    const key = keysIn(planOf(own)).items[0] ?? ''
    const named = { ...own, learningPeriods: [period(start, '2026-10-02', { identifier: 'p9' })] }
    expect(periodPointer(planOf(local('Toinen osa'), named), key)).toBe('/localUnits/1/learningPeriods/0')
    expect(at('2026-11-23', { plan: planOf(named) }).items.find(one => one.formerKey === key)?.key).toBe(
      'period:p9',
    )
    expect(periodPointer(planOf({ ...named, name: 'Muu osa' }), key)).toBeUndefined()
  })
})
