import { describe, expect, test } from 'vitest'
import type { LearningPeriod } from './contract-units.ts'
import {
  type Changes,
  changed,
  findings,
  firstPeriod,
  inState,
  method,
  oldRight,
  period,
  periodFindings,
  studyRight,
  today,
  undated,
  withPeriods,
  workplace,
} from './factory-checks.ts'
import { type CheckOptions, checkPlan } from './rules.ts'
import { yearsLater } from './rules-periods.ts'

describe('a learning period: what the national service refuses', () => {
  const apprenticeship = {
    methodCode: method('oppisopimus'),
    apprenticeshipBasisCode: 'oppisopimuksenperusta_01',
  }
  const leap = { start: '2024-02-29', methodCode: method('muu'), workplace: undefined }
  test.each<[string, Changes<LearningPeriod>, Partial<CheckOptions>, string[]]>([
    ['nothing wrong', {}, {}, []],
    ['one day', { end: '2024-09-01' }, {}, []],
    ['end before start', { end: '2024-08-31' }, {}, ['error period-ends-before-start /end']],
    ['starts with the study right', { start: '2024-08-01' }, {}, []],
    [
      'starts a day too early',
      { start: '2024-07-31' },
      {},
      ['error period-starts-before-study-right /start'],
    ],
    ['ends with the study right', { end: '2027-06-30' }, {}, []],
    ['ends a day too late', { end: '2027-07-01' }, {}, ['error period-ends-after-study-right /end']],
    ['no dates known', { start: '2023-08-01', end: '2027-07-01' }, { studyRight: undated }, []],
    ['no study right', { start: '2023-08-01', end: '2027-07-01' }, { studyRight: undefined }, []],
    ...(['lasna', 'valmistunut', 'valiaikaisestikeskeytynyt'] as const).map(
      state =>
        [
          `${state} binds`,
          { end: '2027-07-01' },
          { studyRight: inState(['2024-08-01', 'loma'], ['2025-01-01', state]) },
          ['error period-ends-after-study-right /end'],
        ] as [string, Changes<LearningPeriod>, Partial<CheckOptions>, string[]],
    ),
    ...(['loma', 'eronnut', 'katsotaaneronneeksi', 'peruutettu', 'mitatoity'] as const).map(
      state =>
        [
          `${state} does not bind`,
          { start: '2024-07-01', end: '2027-07-01' },
          { studyRight: inState(['2025-01-01', state], ['2024-08-01', 'lasna']) },
          [],
        ] as [string, Changes<LearningPeriod>, Partial<CheckOptions>, string[]],
    ),
    [
      'no states bind',
      { end: '2027-07-01' },
      { studyRight: inState() },
      ['error period-ends-after-study-right /end'],
    ],
    ['five years', { start: '2024-09-01', end: '2029-09-01' }, { studyRight: undated }, []],
    ['five years and a day', { end: '2029-09-02' }, { studyRight: undated }, ['error period-too-long /end']],
    ['five years from a leap day', { ...leap, end: '2029-02-28' }, { studyRight: undated }, []],
    ['a day more', { ...leap, end: '2029-03-01' }, { studyRight: undated }, ['error period-too-long /end']],
    ['share missing', { partTimeShare: undefined }, {}, ['error part-time-share-missing']],
    ['share 0', { partTimeShare: 0 }, {}, ['error part-time-share-out-of-range /partTimeShare']],
    ['share 1', { partTimeShare: 1 }, {}, []],
    ['share 101', { partTimeShare: 101 }, {}, ['error part-time-share-out-of-range /partTimeShare']],
    [
      'share not yet asked',
      { start: '2023-06-01', end: '2023-06-30', partTimeShare: undefined },
      { studyRight: oldRight },
      [],
    ],
    [
      'share asked',
      { start: '2023-06-01', end: '2023-07-01', partTimeShare: undefined },
      { studyRight: oldRight },
      ['error part-time-share-missing'],
    ],
    [
      'share at school',
      { methodCode: method('oppilaitosmuotoinenkoulutus'), partTimeShare: undefined },
      {},
      [],
    ],
    ...(['telma', 'telmakoulutuksenosa'] as const).map(
      type =>
        [
          `share in ${type}`,
          { partTimeShare: undefined },
          { studyRight: { ...studyRight, attainments: [{ type: 'ammatillinentutkinto' }, { type }] } },
          [],
        ] as [string, Changes<LearningPeriod>, Partial<CheckOptions>, string[]],
    ),
    ['identifier missing', { identifier: undefined }, {}, ['error period-identifier-missing']],
    ['identifier made on saving', { identifier: undefined }, { identifiersRequired: false }, []],
    ['identifier at school', { identifier: undefined, methodCode: method('muu') }, {}, []],
    [
      'business id missing',
      { workplace: changed(workplace, { businessId: undefined } as object) },
      {},
      ['error workplace-business-id-missing /workplace/businessId'],
    ],
    [
      'business id not yet asked',
      {
        start: '2021-08-01',
        end: '2021-08-25',
        workplace: changed(workplace, { businessId: undefined } as object),
      },
      { studyRight: oldRight },
      [],
    ],
    [
      'business id asked',
      {
        start: '2021-08-01',
        end: '2021-08-26',
        workplace: changed(workplace, { businessId: undefined } as object),
      },
      { studyRight: oldRight },
      ['error workplace-business-id-missing /workplace/businessId'],
    ],
    [
      'business id at school',
      { methodCode: method('muu'), workplace: changed(workplace, { businessId: undefined } as object) },
      {},
      [],
    ],
    ['apprenticeship', apprenticeship, {}, []],
    [
      'basis missing',
      { ...apprenticeship, apprenticeshipBasisCode: undefined },
      {},
      ['error apprenticeship-basis-missing'],
    ],
    [
      'basis not yet asked',
      { methodCode: method('oppisopimus'), start: '2021-06-01', end: '2021-06-30' },
      { studyRight: oldRight },
      [],
    ],
    [
      'basis asked',
      { methodCode: method('oppisopimus'), start: '2021-06-01', end: '2021-07-01' },
      { studyRight: oldRight },
      ['error apprenticeship-basis-missing'],
    ],
  ])('%s', (_, changes, options, expected) => expect(periodFindings(changes, options)).toEqual(expected))

  test.each([
    [
      'apart',
      [
        ['2024-09-02', '2024-09-05'],
        ['2024-09-06', '2024-09-08'],
      ],
      [],
    ],
    [
      'apart, told backwards',
      [
        ['2024-09-06', '2024-09-08'],
        ['2024-09-02', '2024-09-05'],
      ],
      [],
    ],
    [
      'sharing a day',
      [
        ['2024-09-02', '2024-09-05'],
        ['2024-09-05', '2024-09-08'],
      ],
      ['error interruptions-overlap /interruptions/1'],
    ],
    [
      'an open one before another',
      [
        ['2024-09-06', '2024-09-08'],
        ['2024-09-02', undefined],
      ],
      ['error interruptions-overlap /interruptions/0'],
    ],
    [
      'the last open',
      [
        ['2024-09-02', '2024-09-05'],
        ['2024-09-06', undefined],
      ],
      [],
    ],
    ['one reversed', [['2024-09-05', '2024-09-02']], ['warning dates-reversed /interruptions/0/end']],
  ] as [string, [string, string | undefined][], string[]][])('interruptions %s', (_, dates, expected) => {
    const interruptions = dates.map(([start, end]) => (end === undefined ? { start } : { start, end }))
    expect(periodFindings({ interruptions })).toEqual(expected)
  })
})

describe('a learning period: advice', () => {
  const stretch = (start: string, end: string) => ({
    code: 'oppimisymparistot_0001',
    codeVersion: 1,
    start,
    end,
  })
  test.each<[string, Changes<LearningPeriod>, string[]]>([
    ['no workplace', { workplace: undefined }, ['warning workplace-details-missing']],
    ['no workplace at school', { workplace: undefined, methodCode: method('muu') }, []],
    [
      'no tasks',
      { workplace: { ...workplace, tasks: [' '] } },
      ['warning workplace-tasks-missing /workplace/tasks'],
    ],
    [
      'odd e-mail',
      { workplace: { ...workplace, instructor: { name: 'O', email: 'olli' } } },
      ['warning email-unusual /workplace/instructor/email'],
    ],
    [
      'share 150 at school',
      { methodCode: method('muu'), partTimeShare: 150 },
      ['warning part-time-share-unusual /partTimeShare'],
    ],
    [
      'basis of a training agreement',
      { apprenticeshipBasisCode: 'oppisopimuksenperusta_01' },
      ['warning apprenticeship-basis-unneeded /apprenticeshipBasisCode'],
    ],
    [
      'interruption before',
      { interruptions: [{ start: '2024-08-20', end: '2024-08-25' }] },
      [
        'warning outside-learning-period /interruptions/0/start',
        'warning outside-learning-period /interruptions/0/end',
      ],
    ],
    [
      'interruption over the end',
      { interruptions: [{ start: '2024-12-10', end: '2024-12-16' }] },
      ['warning outside-learning-period /interruptions/0/end'],
    ],
    [
      'environment reversed',
      { otherEnvironments: [stretch('2024-10-02', '2024-10-01')] },
      ['warning dates-reversed /otherEnvironments/0/end'],
    ],
    [
      'environment too early',
      { otherEnvironments: [stretch('2024-08-31', '2024-10-01')] },
      ['warning outside-learning-period /otherEnvironments/0/start'],
    ],
  ])('%s', (_, changes, expected) => expect(periodFindings(changes)).toEqual(expected))

  test('periods that cannot be told apart, or share days', () => {
    const other = { ...period, start: '2024-12-15', end: '2024-12-20' }
    expect(findings(withPeriods(period, other))).toEqual([
      'warning period-identifier-repeated /vocationalUnits/0/learningPeriods/1/identifier',
      'info workplace-periods-overlap /vocationalUnits/0/learningPeriods/1',
    ])
    expect(findings(withPeriods(period, { ...other, identifier: 'b', start: '2024-12-16' }))).toEqual([])
  })

  test('fixes that are known', () => {
    const fixes = (changes: Changes<LearningPeriod>) =>
      checkPlan(withPeriods(changed(period, changes)), { studyRight, today }).map(({ fix }) => fix)
    expect(fixes({ end: '2027-07-01' })).toEqual([
      { op: 'set', pointer: `${firstPeriod}/end`, value: '2027-06-30' },
    ])
    expect(fixes({ start: '2024-07-01' })).toEqual([
      { op: 'set', pointer: `${firstPeriod}/start`, value: '2024-08-01' },
    ])
    expect(fixes({ workplace: { ...workplace, instructor: { name: 'O', email: ' o@p.fi ' } } })).toEqual([
      { op: 'set', pointer: `${firstPeriod}/workplace/instructor/email`, value: 'o@p.fi' },
    ])
    expect(fixes({ interruptions: [{ start: '2024-12-10', end: '2024-12-16' }] })).toEqual([
      { op: 'set', pointer: `${firstPeriod}/interruptions/0/end`, value: '2024-12-15' },
    ])
  })
})

test.each([
  ['2024-02-29', 4, '2028-02-29'],
  ['2024-02-29', 5, '2029-02-28'],
  ['0999-01-01', 5, '1004-01-01'],
])('%s and %i years', (date, years, expected) => expect(yearsLater(date, years)).toBe(expected))
