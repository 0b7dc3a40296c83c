import { describe, expect, it } from 'vitest'
import type { Qualification } from './contract.ts'
import { answersTo, listed, replacementsOf } from './rules-browse.ts'

const qualification: Qualification = {
  diaryNumber: 'OPH-1-2026',
  id: 1,
  names: { fi: 'Hevostalouden perustutkinto', sv: 'Grundexamen i hästhushållning' },
  validFrom: '2026-08-01',
  educationCodes: ['koulutus_361101'],
  replaces: ['38/011/2014', 'OPH-0-2018'],
  competenceAreas: [{ codeUri: 'osaamisala_1', names: { fi: 'Ratsastuksenohjauksen osaamisala' } }],
  titles: [],
  structures: [],
  units: [],
  educationParts: [],
  source: { name: 'test' },
}
const older = { ...qualification, diaryNumber: 'OPH-0-2018', id: 7, replaces: [] }

describe('a search', () => {
  it.each([
    ['', true],
    ['hevo', true],
    ['HÄST', true],
    ['perustutkinto hevos', true],
    ['ratsastuksen', true],
    ['oph-1', true],
    ['361101', true],
    ['talouden', false],
    ['hevos koira', false],
  ])('for %j finds it: %s', (query, found) => {
    expect(answersTo(qualification, query)).toBe(found)
  })
})

describe('a qualification', () => {
  it('tells what it replaces and what replaces it', () => {
    const all = [older, qualification]
    expect(replacementsOf(qualification, all).replaces).toEqual([
      { diaryNumber: '38/011/2014' },
      { diaryNumber: 'OPH-0-2018', id: 7, names: older.names },
    ])
    expect(replacementsOf(older, all).replacedBy).toEqual([
      { diaryNumber: 'OPH-1-2026', id: 1, names: qualification.names },
    ])
  })

  it('is listed with its validity on the day', () => {
    expect(listed(qualification, '2026-07-31').validity).toBe('not-yet')
    expect(listed(qualification, '2026-08-01')).toMatchObject({
      validity: 'in-force',
      validFrom: '2026-08-01',
    })
  })
})
