import { describe, expect, it } from 'vitest'
import { indexesOf } from '../codes/rules.ts'
import type { Qualification, Unit } from './contract.ts'
import { referenceData } from './rules-reference.ts'

const unit = (codeUri: string, fi: string): Unit => ({
  codeUri,
  names: { fi },
  kind: 'vocational',
  points: { min: 15, max: 15 },
  subjectAreas: [
    { codeUri: 'ammatillisenoppiaineet_vvtk', names: { fi: 'eka' }, pointsCompulsory: 1 },
    { codeUri: 'ammatillisenoppiaineet_vvtk', names: { fi: 'toka' }, pointsCompulsory: 2 },
  ],
})

const qualification: Qualification = {
  diaryNumber: 'OPH-1-2026',
  id: 1,
  names: { fi: 'vanha' },
  educationCodes: [],
  replaces: [],
  competenceAreas: [{ codeUri: 'osaamisala_1', names: { fi: 'ala' } }],
  titles: [],
  structures: [
    {
      method: 'reformi',
      totalPoints: { min: 150, max: 150 },
      root: { names: {}, role: 'defined', members: [] },
    },
  ],
  units: [
    unit('tutkinnonosat_1', 'Nykyinen'),
    { ...unit('tutkinnonosat_2', 'Avoin'), points: { min: 0, max: 15 } },
    {
      ...unit('tutkinnonosat_3', 'Yhteinen'),
      kind: 'common',
      subjectAreas: [
        { codeUri: 'ammatillisenoppiaineet_mlma', names: {}, pointsCompulsory: 4, pointsOptional: 3 },
      ],
    },
  ],
  educationParts: [],
  source: { name: 'test' },
}

const data = referenceData({
  revision: 4,
  codes: indexesOf(
    [
      {
        uri: 'tutkinnonosat',
        complete: true,
        source: { name: 'test' },
        codes: [{ uri: 'tutkinnonosat_5', value: '5', version: 1, names: { fi: 'Vain koodi' } }],
      },
    ],
    [],
  ),
  qualifications: [qualification, { ...qualification, id: 2, names: { fi: 'uusi' } }],
  vanishedUnits: [unit('tutkinnonosat_9', 'Poistunut')],
})

describe('reference data', () => {
  it('gives the rules the newest qualification, its points and units', () => {
    const { qualification: found } = data.forPlan('OPH-1-2026')
    expect(data.qualification('OPH-1-2026')?.names.fi).toBe('uusi')
    expect(found?.totalPoints).toBe(150)
    expect(found?.unit('tutkinnonosat_1')).toEqual({ points: 15 })
    expect(found?.unit('tutkinnonosat_2')).toEqual({})
    expect(found?.unit('tutkinnonosat_3')).toEqual({ points: 15, mostPoints: 18 })
    expect(found?.unit('tutkinnonosat_9')).toBeUndefined()
    expect(data.pointsOf('OPH-1-2026', 'tutkinnonosat_3')).toBe(15)
    expect(data.pointsOf('OPH-1-2026', 'tutkinnonosat_2')).toBeUndefined()
    expect(data.forPlan('OPH-2-2026')).not.toHaveProperty('qualification')
    expect(data.forPlan(undefined)).not.toHaveProperty('qualification')
  })

  it.each([
    ['tutkinnonosat_5', 1, 'known'],
    ['tutkinnonosat_5', 2, 'unknown'],
    // In a qualification but not in the (older) code set: not called unknown.
    ['tutkinnonosat_1', 1, 'unloaded'],
    ['tutkinnonosat_1', undefined, 'known'],
    ['tutkinnonosat_7', 1, 'unknown'],
    ['kieli_fi', 1, 'unloaded'],
  ])('code %s version %s is %s', (uri, version, status) => {
    expect(data.hasCode(uri, version)).toBe(status)
  })

  it.each([
    ['tutkinnonosat_5', 'Vain koodi'],
    ['tutkinnonosat_1', 'Nykyinen'],
    ['tutkinnonosat_9', 'Poistunut'],
    ['AMMATILLISENOPPIAINEET_VVTK', 'eka'],
    ['osaamisala_1', 'ala'],
    ['osaamisala_2', undefined],
  ])('the name of %s is %s', (uri, name) => {
    expect(data.namesOf(uri)?.fi).toBe(name)
  })
})
