import { describe, expect, test } from 'vitest'
import type { Plan } from './contract.ts'
import {
  changed,
  findings,
  firstPeriod,
  head,
  period,
  studyRight,
  unit,
  withPeriods,
} from './factory-checks.ts'
import type { CheckOptions } from './rules.ts'
import { isInForce } from './rules-law.ts'

describe('against reference data', () => {
  const qualification = (totalPoints: number | undefined, points: Record<string, number | undefined>) => ({
    reference: {
      qualification: {
        totalPoints,
        unit: (uri: string) => (uri in points ? { points: points[uri] } : undefined),
      },
    },
  })
  const other = { unitCode: 'tutkinnonosat_2', unitCodeVersion: 1 }
  const plan: Plan = {
    ...head,
    vocationalUnits: [unit],
    localUnits: [{ name: 'P', competencePoints: 5 }],
    priorVocationalUnits: [other],
  }
  test.each<[string, Partial<CheckOptions>, string[]]>([
    ['all there', qualification(50, { [unit.unitCode]: 30, [other.unitCode]: 15 }), []],
    [
      'too few points',
      qualification(180, { [unit.unitCode]: 30, [other.unitCode]: 15 }),
      ['info points-below-qualification'],
    ],
    [
      'too many',
      qualification(40, { [unit.unitCode]: 30, [other.unitCode]: 15 }),
      ['info points-above-qualification'],
    ],
    ['no total known', qualification(undefined, { [unit.unitCode]: 30, [other.unitCode]: 15 }), []],
    [
      'too few even with every optional point',
      { reference: { qualification: { totalPoints: 180, unit: () => ({ points: 10, mostPoints: 20 }) } } },
      ['info points-surely-below-qualification'],
    ],
    [
      'maybe enough with optional points',
      { reference: { qualification: { totalPoints: 35, unit: () => ({ points: 10, mostPoints: 20 }) } } },
      [],
    ],
    ['points not known', qualification(180, { [unit.unitCode]: undefined, [other.unitCode]: 15 }), []],
    [
      'another qualification’s unit',
      qualification(180, { [other.unitCode]: 15 }),
      ['warning unit-not-in-qualification /vocationalUnits/0/unitCode'],
    ],
    [
      'a part of a qualification',
      {
        ...qualification(180, { [unit.unitCode]: 30, [other.unitCode]: 15 }),
        studyRight: { ...studyRight, attainments: [{ type: 'ammatillinentutkintoosittainen' }] },
      },
      [],
    ],
  ])('%s', (_, options, expected) => expect(findings(plan, options)).toEqual(expected))

  test('a unit both acquired and known before counts once', () => {
    const twice = { ...head, vocationalUnits: [unit], priorVocationalUnits: [unit] }
    expect(findings(twice, qualification(30, { [unit.unitCode]: 30 }))).toEqual([])
  })

  test('codes that a loaded code set does not have', () => {
    const asked: string[] = []
    const hasCode = (uri: string) => {
      asked.push(uri)
      return uri === period.methodCode ? ('unknown' as const) : ('unloaded' as const)
    }
    const coded: Plan = {
      ...withPeriods({
        ...period,
        otherEnvironments: [
          { code: 'oppimisymparistot_0001', codeVersion: 1, start: period.start, end: period.end },
        ],
      }),
      careerPlanCode: 'urasuunnitelma_0001',
      learningSupport: [{ typeCode: 'ammatillinenkoulutusoppimisentuentyyppi_02' }],
    }
    expect(findings(coded, { reference: { hasCode } })).toEqual([
      `warning code-unknown ${firstPeriod}/methodCode`,
    ])
    expect(new Set(asked)).toEqual(
      new Set([
        unit.unitCode,
        period.methodCode,
        'oppimisymparistot_0001',
        'urasuunnitelma_0001',
        'ammatillinenkoulutusoppimisentuentyyppi_02',
      ]),
    )
  })
})

test('entities told to be broken are not judged as wholes', () => {
  const wrong = changed(period, { end: '2024-08-01', identifier: undefined })
  const plan = withPeriods(wrong)
  expect(findings(plan, { broken: new Set<object>([wrong]) })).toEqual([])
  expect(findings(plan)).not.toEqual([])
})

test('a rule holds on its first and last day', () => {
  const rule = { from: '2024-01-01', until: '2024-12-31', source: 'test' }
  expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map(day => isInForce(rule, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
