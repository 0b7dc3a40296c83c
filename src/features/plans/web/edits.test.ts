import { describe, expect, test } from 'vitest'
import type { StoredPlan } from '../rules-contacts.ts'
import { applyBasics, applyPeriod, periodProblem, periodValues, samePeriod } from './edits.ts'

const period = {
  identifier: 'a-1',
  start: '2026-01-01',
  end: '2026-02-01',
  methodCode: 'osaamisenhankkimistapa_muu',
  methodCodeVersion: 1,
}
const other = { ...period, identifier: 'a-2' }
const plan: StoredPlan = {
  firstApprovedOn: '2026-01-01',
  needToAcquireCompetence: true,
  careerPlanCode: 'urasuunnitelma_0001',
  careerPlanCodeVersion: 3,
  vocationalUnits: [{ unitCode: 'tutkinnonosat_1', unitCodeVersion: 1, learningPeriods: [other, period] }],
  localUnits: [{ name: 'Muu' }],
}

describe('periodProblem', () => {
  const good = { start: '2026-01-01', end: '2026-01-01', partTimeShare: '', periodNote: '' }
  test.each([
    [{}, undefined],
    [{ start: '' }, 'start'],
    [{ end: '' }, 'end'],
    [{ end: '2025-12-31' }, 'order'],
    [{ partTimeShare: '0' }, 'share'],
    [{ partTimeShare: '1' }, undefined],
    [{ partTimeShare: ' 100 ' }, undefined],
    [{ partTimeShare: '101' }, 'share'],
    [{ partTimeShare: '50,5' }, 'share'],
    [{ partTimeShare: 'x' }, 'share'],
  ])('%j gives %s', (change, expected) => expect(periodProblem({ ...good, ...change })).toBe(expected))
})

describe('applyPeriod', () => {
  const values = { start: '2026-03-01', end: '2026-04-01', partTimeShare: ' 80 ', periodNote: ' x ' }
  const changed = applyPeriod(plan, '/vocationalUnits/0/learningPeriods/1', values)
  test('changes the period', () => {
    const expected = { ...period, start: '2026-03-01', end: '2026-04-01', partTimeShare: 80, periodNote: 'x' }
    expect(changed.vocationalUnits?.[0]?.learningPeriods?.[1]).toEqual(expected)
  })
  test('and nothing else', () => {
    expect(changed.vocationalUnits?.[0]?.learningPeriods?.[0]).toBe(other)
    expect(changed.localUnits).toBe(plan.localUnits)
    expect(plan.vocationalUnits?.[0]?.learningPeriods?.[1]).toBe(period)
  })
  test('an emptied field leaves the body', () => {
    const emptied = applyPeriod(changed, '/vocationalUnits/0/learningPeriods/1', periodValues(period))
    expect(emptied).toEqual(plan)
  })
})

describe('applyBasics', () => {
  test.each([
    [
      { careerPlanCode: 'urasuunnitelma_0001', competenceAchievedOn: '' },
      { careerPlanCode: 'urasuunnitelma_0001', careerPlanCodeVersion: 3 },
    ],
    [
      { careerPlanCode: 'urasuunnitelma_0002', competenceAchievedOn: '2026-05-05' },
      {
        careerPlanCode: 'urasuunnitelma_0002',
        careerPlanCodeVersion: 1,
        competenceAchievedOn: '2026-05-05',
      },
    ],
    [{ careerPlanCode: '', competenceAchievedOn: '' }, {}],
  ])('%j', (values, expected) => {
    const { careerPlanCode: _code, careerPlanCodeVersion: _version, ...rest } = plan
    expect(applyBasics(plan, values)).toEqual({ ...rest, ...expected })
  })
})

describe('samePeriod', () => {
  const sought = { pointer: '/vocationalUnits/0/learningPeriods/1', period }
  test('is found by its identifier wherever it moved', () => {
    const moved: StoredPlan = { ...plan, vocationalUnits: [], localUnits: [{ learningPeriods: [period] }] }
    expect(samePeriod(moved, sought)?.pointer).toBe('/localUnits/0/learningPeriods/0')
  })
  test('is gone when nobody carries its identifier', () => {
    expect(samePeriod({ ...plan, vocationalUnits: [] }, sought)).toBeUndefined()
  })
  test('without an identifier its place and method name it', () => {
    const { identifier: _, ...nameless } = period
    const both = {
      ...plan,
      vocationalUnits: [{ unitCode: 'x', unitCodeVersion: 1, learningPeriods: [nameless] }],
    }
    const at = { pointer: '/vocationalUnits/0/learningPeriods/0', period: nameless }
    expect(samePeriod(both, at)?.period).toBe(nameless)
    expect(samePeriod(both, { ...at, pointer: '/vocationalUnits/0/learningPeriods/1' })).toBeUndefined()
  })
})
