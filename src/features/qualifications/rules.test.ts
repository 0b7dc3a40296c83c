import { describe, expect, it } from 'vitest'
import type { Qualification } from './contract.ts'
import { groupsOf, structureOf, totalPoints, unitsOffered, validityOn } from './rules.ts'

const qualification: Qualification = {
  diaryNumber: 'OPH-1-2026',
  id: 1,
  names: { fi: 'Keksitty' },
  validFrom: '2020-08-01',
  validUntil: '2026-07-31',
  transitionUntil: '2028-07-31',
  educationCodes: [],
  replaces: [],
  competenceAreas: [],
  titles: [],
  structures: [
    {
      method: 'reformi',
      totalPoints: { min: 150, max: 150 },
      root: {
        names: { fi: 'juuri' },
        role: 'defined',
        members: [
          { names: { fi: 'a' }, role: 'defined', members: [{ unit: 'tutkinnonosat_1' }] },
          {
            names: { fi: 'b' },
            role: 'open',
            members: [{ unit: 'tutkinnonosat_1' }, { unit: 'tutkinnonosat_2' }],
          },
        ],
      },
    },
  ],
  units: [],
  educationParts: [],
  source: { name: 'test' },
}

describe('validity', () => {
  it.each([
    ['2020-07-31', 'not-yet'],
    ['2020-08-01', 'in-force'],
    ['2026-07-31', 'in-force'],
    ['2026-08-01', 'transition'],
    ['2028-07-31', 'transition'],
    ['2028-08-01', 'ended'],
  ])('on %s is %s', (date, validity) => {
    expect(validityOn(qualification, date)).toBe(validity)
  })

  it('ends at once without a transition, and never without an end', () => {
    const { transitionUntil: _, ...ending } = qualification
    const { validUntil: __, ...lasting } = ending
    expect(validityOn(ending, '2026-08-01')).toBe('ended')
    expect(validityOn(lasting, '2999-01-01')).toBe('in-force')
  })
})

describe('structure', () => {
  it('takes the only method when none is told, and none of several', () => {
    expect(totalPoints(qualification)).toEqual({ min: 150, max: 150 })
    expect(totalPoints(qualification, 'ops')).toBeUndefined()
    const [only] = qualification.structures
    const two = { ...qualification, structures: only ? [only, { ...only, method: 'ops' }] : [] }
    expect(structureOf(two)).toBeUndefined()
  })

  it('walks groups in order and each unit once', () => {
    const [structure] = qualification.structures
    if (!structure) throw new Error('no structure')
    expect([...groupsOf(structure)].map(group => group.names.fi)).toEqual(['juuri', 'a', 'b'])
    expect([...unitsOffered(structure)]).toEqual(['tutkinnonosat_1', 'tutkinnonosat_2'])
  })
})
