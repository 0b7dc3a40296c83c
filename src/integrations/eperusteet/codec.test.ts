import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { Qualification } from '../../features/qualifications/contract.ts'
import {
  structureOf,
  subjectAreaPoints,
  totalPoints,
  unitOf,
  unitsOffered,
} from '../../features/qualifications/rules.ts'
import { readQualification } from './codec.ts'

const group = (osat: unknown[], more: object = {}) => ({
  rooli: 'määritelty',
  nimi: { fi: 'Ryhmä', _id: '1' },
  muodostumisSaanto: { laajuus: { minimi: 60, maksimi: null }, koko: null },
  osat,
  ...more,
})
const leaf = (id: number | string) => ({ _tutkinnonOsaViite: String(id), pakollinen: true })

function file(more: object = {}) {
  return {
    id: 7,
    diaarinumero: 'OPH-1-2026',
    tila: 'valmis',
    koulutustyyppi: 'koulutustyyppi_1',
    nimi: { fi: 'Keksitty perustutkinto', sv: '  ' },
    voimassaoloAlkaa: Date.parse('2026-07-31T21:00:00Z'),
    voimassaoloLoppuu: null,
    koulutukset: [{ koulutuskoodiUri: 'koulutus_351301' }],
    osaamisalat: [{ uri: 'osaamisala_1', nimi: { fi: 'Ala' } }, {}],
    suoritustavat: [
      {
        suoritustapakoodi: 'reformi',
        rakenne: group([group([leaf(11), leaf(12)])], {
          muodostumisSaanto: { laajuus: { minimi: 180, maksimi: 180 } },
        }),
        tutkinnonOsaViitteet: [
          { id: 11, _tutkinnonOsa: '21', laajuus: 25.0 },
          { id: 12, _tutkinnonOsa: '22', laajuus: 0, laajuusMaksimi: 15 },
        ],
      },
    ],
    tutkinnonOsat: [
      { id: 21, koodiUri: 'tutkinnonosat_1', nimi: { fi: 'Eka' }, tyyppi: 'normaali', osaAlueet: [] },
      {
        id: 22,
        koodiUri: 'tutkinnonosat_2',
        nimi: { fi: 'Toka' },
        tyyppi: 'reformi_tutke2',
        osaAlueet: [
          {
            koodiUri: 'ammatillisenoppiaineet_vvai22',
            nimi: { fi: 'Uusi muoto' },
            pakollisetOsaamistavoitteet: { laajuus: 4 },
            valinnaisetOsaamistavoitteet: { laajuus: 3 },
          },
          {
            koodi: { uri: 'ammatillisenoppiaineet_vvtk' },
            osaamistavoitteet: [
              { pakollinen: true, laajuus: 1 },
              { pakollinen: true, laajuus: 1 },
              { pakollinen: false, laajuus: null },
            ],
          },
          { koodiUri: 'ammatillisenoppiaineet_vvtk', pakollisetOsaamistavoitteet: { laajuus: 1 } },
        ],
      },
    ],
    ...more,
  }
}

function read(more: object = {}) {
  const reading = readQualification(file(more))
  if (!reading.ok) throw new Error(reading.refusal.code)
  return reading
}

describe('reading a qualification', () => {
  const { value, refused } = read()

  it('reads names, dates of Helsinki and codes', () => {
    expect(refused).toEqual([])
    expect(value).toMatchObject({ names: { fi: 'Keksitty perustutkinto' }, validFrom: '2026-08-01' })
    expect(value.names).not.toHaveProperty('sv')
    expect(value).not.toHaveProperty('validUntil')
    expect(value.competenceAreas).toEqual([{ codeUri: 'osaamisala_1', names: { fi: 'Ala' } }])
    expect(value.educationCodes).toEqual(['koulutus_351301'])
  })

  it('joins the tree to units and their points', () => {
    expect(totalPoints(value, 'reformi')).toEqual({ min: 180, max: 180 })
    expect(unitOf(value, 'tutkinnonosat_1')).toMatchObject({
      points: { min: 25, max: 25 },
      kind: 'vocational',
    })
    expect(unitOf(value, 'TUTKINNONOSAT_2')).toMatchObject({ points: { min: 0, max: 15 }, kind: 'common' })
    const structure = structureOf(value)
    expect(structure && [...unitsOffered(structure)]).toEqual(['tutkinnonosat_1', 'tutkinnonosat_2'])
    expect(structure?.root.members[0]).toMatchObject({
      points: { min: 60 },
      members: [{ compulsory: true }, {}],
    })
  })

  it('reads subject areas of both shapes, over their language variants', () => {
    const unit = unitOf(value, 'tutkinnonosat_2')
    if (!unit) throw new Error('no unit')
    expect(subjectAreaPoints(unit, 'ammatillisenoppiaineet_VVAI22')).toEqual({ min: 4, max: 4 })
    expect(subjectAreaPoints(unit, 'ammatillisenoppiaineet_VVAI22', 'pointsOptional')).toEqual({
      min: 3,
      max: 3,
    })
    expect(subjectAreaPoints(unit, 'ammatillisenoppiaineet_VVTK')).toEqual({ min: 1, max: 2 })
    expect(subjectAreaPoints(unit, 'ammatillisenoppiaineet_X')).toBeUndefined()
  })

  it('reads parts of preparatory education with weeks', () => {
    const part = {
      nimiKoodi: { uri: 'koulutuksenosattuva_101' },
      nimi: { fi: 'Osa' },
      laajuusMinimi: 2,
      laajuusMaksimi: 10,
    }
    const tuva = read({
      suoritustavat: undefined,
      koulutuksenOsat: [{ ...part, koulutusOsanTyyppi: 'yhteinen' }, {}],
    })
    expect(tuva.value.educationParts).toEqual([
      { codeUri: 'koulutuksenosattuva_101', names: { fi: 'Osa' }, weeks: { min: 2, max: 10 }, common: true },
    ])
    expect(tuva.refused).toEqual([{ pointer: '/koulutuksenOsat/1', code: 'no-code' }])
  })
})

describe('bad records inside', () => {
  const [method] = file().suoritustavat
  const units = file().tutkinnonOsat

  it.each([
    ['a unit without a code', { tutkinnonOsat: [...units, { id: 9 }] }, '/tutkinnonOsat/2', 'no-code'],
    [
      'a unit whose code stands before',
      { tutkinnonOsat: [...units, { ...units[0], id: 29 }] },
      '/tutkinnonOsat/2',
      'duplicate-unit',
    ],
    ['a unit that is no object', { tutkinnonOsat: [...units, null] }, '/tutkinnonOsat/2', 'no-code'],
    [
      'a reference to no unit',
      {
        suoritustavat: [
          { ...method, tutkinnonOsaViitteet: [...(method?.tutkinnonOsaViitteet ?? []), { id: 13 }] },
        ],
      },
      '/suoritustavat/0/tutkinnonOsaViitteet/2',
      'broken-reference',
    ],
    [
      'a leaf that refers to nothing',
      { suoritustavat: [{ ...method, rakenne: group([leaf(11), leaf(99)]) }] },
      '/suoritustavat/0/rakenne/osat/1',
      'broken-reference',
    ],
    ['a method without a tree', { suoritustavat: [{}, method] }, '/suoritustavat/0', 'no-structure'],
  ])('%s is left out and told', (_name, more, pointer, code) => {
    const reading = read(more)
    expect(reading.refused).toEqual([{ pointer, code }])
    expect(reading.value.structures).toHaveLength(1)
    expect(reading.value.units).toHaveLength(2)
  })

  it('a tree too deep ends in a refusal and not in a full stack', () => {
    let deep = group([])
    for (let level = 0; level < 5_000; level++) deep = group([deep])
    expect(read({ suoritustavat: [{ ...method, rakenne: deep }] }).refused).toMatchObject([
      { code: 'too-deep' },
    ])
  })
})

describe('files that are something else', () => {
  it.each([
    [[file()], '', 'list'],
    ['text', '', 'not-an-object'],
    [{ openapi: '3.0.1', paths: {} }, '', 'api-description'],
    [{ data: [file()], sivuja: 1 }, '', 'search-result'],
    [group([]), '', 'structure-only'],
    [{ id: 7, diaarinumero: 'X' }, '', 'not-a-qualification'],
    [file({ tila: 'luonnos' }), '/tila', 'draft'],
    [file({ diaarinumero: ' ' }), '/diaarinumero', 'no-diary-number'],
  ])('%# are refused whole', (json, pointer, code) => {
    expect(readQualification(json)).toMatchObject({ ok: false, refusal: { pointer, code } })
  })
})

describe('hostile input', () => {
  /** The file with the value at one place of it replaced. */
  function broken(at: number, value: unknown): unknown {
    const whole = file({ koulutuksenOsat: [{ nimiKoodi: { uri: 'x_1' }, laajuusMinimi: 1 }] })
    const places: [object, string][] = []
    const walk = (node: unknown) => {
      if (typeof node !== 'object' || node === null) return
      for (const key of Object.keys(node)) {
        places.push([node, key])
        walk(Reflect.get(node, key))
      }
    }
    walk(whole)
    const place = places[at % places.length]
    if (place) Reflect.set(place[0], place[1], value)
    return whole
  }

  it('is read or refused, never thrown at, and what is read has the shape of the contract', () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), (at, value) => {
        for (const json of [value, broken(at, value)]) {
          const reading = readQualification(json)
          expect(reading.ok ? Value.Check(Qualification, reading.value) : reading.refusal.code !== '').toBe(
            true,
          )
        }
      }),
      { numRuns: 300 },
    )
  })
})

const shared = new URL('../../../../shared/data/eperusteet/', import.meta.url)
const real = (name: string) => readQualification(JSON.parse(readFileSync(new URL(name, shared), 'utf8')))

describe.skipIf(!existsSync(shared))('the national files (skipped where ../shared is absent)', () => {
  it.each([
    ['OPH-5410-2021_ajoneuvoalan-perustutkinto.json', 'reformi', 180, 78],
    ['OPH-2762-2017_autoalan-perustutkinto.json', 'reformi', 180, 46],
    ['OPH-1161-2018_liikunnan-ja-valmennuksen-ammattitutkinto.json', 'reformi', 150, 12],
    ['OPH-2659-2017_telma.json', 'reformi', 60, 3],
    ['40-011-2001_autoalan-tyonjohdon-erikoisammattitutkinto.json', 'naytto', undefined, 8],
  ])('%s', (name, method, points, units) => {
    const reading = real(name)
    if (!reading.ok) throw new Error(reading.refusal.code)
    expect(reading.refused).toEqual([])
    expect(totalPoints(reading.value, method)?.min).toBe(points)
    expect(reading.value.units).toHaveLength(units)
  })
})
