import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { Finding, Plan } from './contract.ts'
import type { LearningPeriod } from './contract-units.ts'
import {
  changed,
  head,
  method,
  period,
  studyRight,
  today,
  unit,
  withPeriods,
  workplace,
} from './factory-checks.ts'
import { checkPlan } from './rules.ts'
import { applyFix, personFix } from './rules-fixes.ts'

const check = (plan: Plan, right = studyRight): Finding[] => checkPlan(plan, { studyRight: right, today })
const errors = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)

const withPeriod = (changes: Partial<LearningPeriod>): Plan => withPeriods({ ...period, ...changes })
const preparatory: StudyRight = {
  ...studyRight,
  type: 'tuva',
  attainments: [{ type: 'tuvakoulutuksensuoritus' }],
}
const part = {
  partCode: 'koulutuksenosattuva_101',
  partCodeVersion: 1,
  start: '2024-09-01',
  end: '2024-10-01',
  weeks: 4,
}
const studies = { name: 'N', description: 'K', start: '2024-10-01', end: '2024-09-01' }
const support = (code: string) => `ammatillinenkoulutusoppimisentuentyyppi_${code}`
const demonstration = {
  start: '2024-12-02',
  end: '2024-12-01',
  environment: { name: 'Paja' },
  content: ['Työ'],
}
const demonstrating = (changes: object): Plan => ({
  ...head,
  vocationalUnits: [{ ...unit, demonstrations: [{ ...demonstration, ...changes }] }],
})
const vocational = '/vocationalUnits/0/learningPeriods/0'

/** A plan, the code of what is wrong with it, and the plan as the fix leaves it at a place. */
const cases: readonly [string, Plan, string, string, unknown, StudyRight?][] = [
  [
    'dates of a period',
    withPeriod({ start: '2024-12-15', end: '2024-09-01' }),
    'period-ends-before-start',
    `${vocational}/start`,
    '2024-09-01',
  ],
  [
    'dates of a demonstration',
    demonstrating({}),
    'dates-reversed',
    '/vocationalUnits/0/demonstrations/0/end',
    '2024-12-02',
  ],
  [
    'dates of study skills',
    { ...head, studySkillsStudies: [studies] },
    'dates-reversed',
    '/studySkillsStudies/0/end',
    '2024-10-01',
  ],
  [
    'dates of an interruption',
    withPeriod({ interruptions: [{ start: '2024-10-09', end: '2024-10-01' }] }),
    'dates-reversed',
    `${vocational}/interruptions/0/end`,
    '2024-10-09',
  ],
  [
    'a start before the study right',
    withPeriod({ start: '2024-07-01' }),
    'period-starts-before-study-right',
    `${vocational}/start`,
    '2024-08-01',
  ],
  [
    'an end after the study right',
    withPeriod({ end: '2027-07-01' }),
    'period-ends-after-study-right',
    `${vocational}/end`,
    '2027-06-30',
  ],
  [
    'an interruption that begins too early',
    withPeriod({ interruptions: [{ start: '2024-08-20', end: '2024-09-10' }] }),
    'outside-learning-period',
    `${vocational}/interruptions/0/start`,
    '2024-09-01',
  ],
  [
    'an interruption that ends too late',
    withPeriod({ interruptions: [{ start: '2024-12-01', end: '2025-01-10' }] }),
    'outside-learning-period',
    `${vocational}/interruptions/0/end`,
    '2024-12-15',
  ],
  [
    'three interruptions of which two overlap',
    withPeriod({
      interruptions: [
        { start: '2024-11-05' },
        { start: '2024-10-01', end: '2024-10-08' },
        { start: '2024-10-08', end: '2024-10-20' },
      ],
    }),
    'interruptions-overlap',
    `${vocational}/interruptions`,
    [{ start: '2024-11-05' }, { start: '2024-10-01', end: '2024-10-20' }],
  ],
  [
    'an interruption that goes on over a later one',
    withPeriod({ interruptions: [{ start: '2024-10-01', end: '2024-10-08' }, { start: '2024-10-05' }] }),
    'interruptions-overlap',
    `${vocational}/interruptions`,
    [{ start: '2024-10-01' }],
  ],
  [
    'an identifier that three share',
    withPeriods(period, { ...period, identifier: 'jakso-1-2' }, period),
    'period-identifier-repeated',
    '/vocationalUnits/0/learningPeriods/2/identifier',
    'jakso-1-3',
  ],
  [
    'a basis without apprenticeship',
    withPeriod({ apprenticeshipBasisCode: 'oppisopimuksenperusta_01', apprenticeshipBasisCodeVersion: 1 }),
    'apprenticeship-basis-unneeded',
    `${vocational}/apprenticeshipBasisCodeVersion`,
    undefined,
  ],
  [
    'a share outside of workplaces',
    withPeriods(
      changed({ ...period, methodCode: method('muu') }, { partTimeShare: 150, workplace: undefined }),
    ),
    'part-time-share-unusual',
    `${vocational}/partTimeShare`,
    undefined,
  ],
  [
    'details of other support',
    { ...head, learningSupport: [{ typeCode: support('02'), start: '2026-09-01' }] },
    'support-details-unneeded',
    '/learningSupport/0/start',
    undefined,
  ],
  [
    'support from before it was told',
    {
      ...head,
      learningSupport: [
        {
          typeCode: support('01'),
          start: '2026-06-01',
          end: '2026-12-01',
          unitGroupCode: 'ammatillisentutkinnonosanryhma_1',
        },
      ],
    },
    'learning-support-too-early',
    '/learningSupport/0/start',
    '2026-08-01',
  ],
  [
    'a unit in preparatory education',
    { ...head, vocationalUnits: [unit] },
    'unit-on-preparatory-study-right',
    '/vocationalUnits',
    [],
    preparatory,
  ],
  [
    'study skills in preparatory education',
    { ...head, studySkillsStudies: [studies] },
    'study-skills-on-preparatory-study-right',
    '/studySkillsStudies',
    [],
    preparatory,
  ],
  [
    'a parallel study right in preparatory education',
    { ...head, preparatoryStudyRightOid: '1.2.246.562.15.20000000008' },
    'preparatory-oid-unsuitable',
    '/preparatoryStudyRightOid',
    undefined,
    preparatory,
  ],
  [
    'a part of preparatory education elsewhere',
    { ...head, preparatoryParts: [part] },
    'preparatory-part-unsuitable',
    '/preparatoryParts',
    [],
  ],
  ['spaces in an address', { ...head, email: ' a@b. fi,' }, 'email-unusual', '/email', 'a@b.fi'],
  ['spaces around a number', { ...head, phone: '\t040 123 4567' }, 'phone-unusual', '/phone', '040 123 4567'],
  [
    'a business id without its dash',
    demonstrating({ end: '2024-12-03', environment: { name: 'P', businessId: '5523718 7' } }),
    'business-id-unusual',
    '/vocationalUnits/0/demonstrations/0/environment/businessId',
    '5523718-7',
  ],
]

const at = (plan: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], plan)

describe('a fix mends', () => {
  test.each(cases)('%s', (_, plan, code, pointer, expected, right) => {
    const before = check(plan, right)
    const fix = before.findLast(finding => finding.code === code)?.fix
    if (fix === undefined) throw new Error(`No fix of ${code}`)
    const mended = applyFix(plan, fix)
    expect(at(mended, pointer)).toEqual(expected)
    const after = check(mended, right)
    expect(after.filter(finding => finding.code === code).length).toBeLessThan(
      before.filter(finding => finding.code === code).length,
    )
    expect(errors(after).filter(error => !errors(before).includes(error))).toEqual([])
  })
})

describe('no fix is offered', () => {
  test.each<[string, Plan]>([
    [
      'where a period would become longer than allowed',
      withPeriod({ start: '2030-01-01', end: '2024-09-01' }),
    ],
    ['where it would fall out of the study right', withPeriod({ start: '2025-01-01', end: '2024-01-01' })],
    [
      'where nobody knows when an interruption ended',
      withPeriod({ interruptions: [{ start: '2024-10-01' }, { start: '2024-11-01' }] }),
    ],
    [
      'where the whole interruption is elsewhere',
      withPeriod({ interruptions: [{ start: '2025-10-01', end: '2025-10-02' }] }),
    ],
    ['where somebody has to know the share', withPeriods(changed(period, { partTimeShare: undefined }))],
  ])('%s', (_, plan) => {
    const found = check(plan)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ fix }) => fix !== undefined)).toEqual([])
  })
})

const day = fc
  .integer({ min: -60, max: 1200 })
  .map(days => addDays(plainDateOf('2024-08-01'), days) as string)
const dates = fc.record({ start: day, end: day })
const anyPeriod = fc.record({
  ...{
    start: day,
    end: day,
    interruptions: fc.array(fc.oneof(dates, fc.record({ start: day })), { maxLength: 4 }),
  },
  methodCode: fc.constantFrom(method('koulutussopimus'), method('oppisopimus'), method('muu')),
  identifier: fc.constantFrom('a', 'b', ''),
  partTimeShare: fc.constantFrom(0, 50, 150),
  apprenticeshipBasisCode: fc.constantFrom('oppisopimuksenperusta_01'),
  otherEnvironments: fc.array(
    dates.map(both => ({ code: 'oppimisymparistot_0001', codeVersion: 1, ...both })),
    { maxLength: 2 },
  ),
})

test('whatever is wrong: each fix takes its finding away, and no error comes in its place', () => {
  fc.assert(
    fc.property(
      fc.array(anyPeriod, { maxLength: 3 }),
      fc.array(dates, { maxLength: 2 }),
      (periods, shown) => {
        const learningPeriods = periods.map(one => ({ ...period, ...one, workplace }))
        const demonstrations = shown.map(one => ({ ...demonstration, ...one }))
        const plan: Plan = { ...head, vocationalUnits: [{ ...unit, learningPeriods, demonstrations }] }
        const before = check(plan)
        for (const { fix, code, pointer } of before) {
          if (fix === undefined) continue
          const after = check(applyFix(plan, fix))
          expect([code, after.filter(one => one.code === code && one.pointer === pointer)]).toEqual([
            code,
            [],
          ])
          expect([code, errors(after).filter(error => !errors(before).includes(error))]).toEqual([code, []])
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('what stands in a contact is found by its reference', () => {
  const body = {
    contact: 'c1',
    vocationalUnits: [{ learningPeriods: [{ workplace: { instructor: { contact: 'c2' } } }] }],
  }
  const email = (pointer: string) => personFix(body, { op: 'set', pointer, value: 'a@b.fi' })
  expect(email('/email')).toEqual({ pointer: '/contact', contact: 'c1', key: 'email', value: 'a@b.fi' })
  expect(email(`${vocational}/workplace/instructor/email`)).toMatchObject({
    contact: 'c2',
    pointer: `${vocational}/workplace/instructor/contact`,
  })
  expect(email(`${vocational}/workplace/name`)).toBeUndefined()
})

test('a way that is not there leaves the plan as it is', () => {
  const plan = withPeriods(period)
  for (const pointer of ['/localUnits/0/name', '/vocationalUnits/7/deviation', '/constructor/name'])
    expect(applyFix(plan, { op: 'set', pointer, value: 'x' })).toEqual(plan)
  expect(applyFix(plan, { op: 'add', pointer: '/vocationalUnits/0/deviation' })).toBe(plan)
  expect(
    applyFix(plan, { op: 'add', pointer: '/vocationalUnits/-', value: unit }).vocationalUnits?.length,
  ).toBe(2)
})
