import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { Organisation } from '../../features/organisations/contract.ts'
import { readHierarchy } from './codec.ts'
import { isNameList, readNameList } from './codec-names.ts'

const node = (oid: unknown, more: object = {}) => ({ oid, nimi: { fi: `Nimi ${oid}` }, ...more })
const read = (...organisaatiot: unknown[]) => {
  const reading = readHierarchy({ numHits: 1, organisaatiot })
  return reading.ok ? { refused: reading.refused, ...reading.value } : reading.refusal
}

describe('a hierarchy', () => {
  it('is read in full', () => {
    const whole = node('1.2.3', {
      parentOid: '1.2.246.562.10.00000000001',
      ytunnus: '0502454-6',
      oppilaitosKoodi: '10054',
      oppilaitostyyppi: 'oppilaitostyyppi_21#1',
      toimipistekoodi: '',
      nimi: { fi: ' Omnia ', sv: '', en: 5 },
      kieletUris: ['oppilaitoksenopetuskieli_1#1', 'oppilaitoksenopetuskieli_1#2'],
      kotipaikkaUri: 'kunta_049',
      organisaatiotyypit: ['organisaatiotyyppi_02'],
      // Midnights in Finland: in winter, in summer, and before 1970.
      alkuPvm: 694_216_800_000,
      lakkautusPvm: 1_690_837_200_000,
      status: 'PASSIIVINEN',
      nimet: [{ nimi: { fi: 'Ennen' }, alkuPvm: '1992-01-01' }],
    })
    expect(read(whole)).toEqual({
      refused: [],
      refusedOids: [],
      complete: true,
      trees: [
        {
          root: '1.2.3',
          pointer: '/organisaatiot/0',
          organisations: [
            {
              oid: '1.2.3',
              parentOid: '1.2.246.562.10.00000000001',
              names: { fi: 'Omnia' },
              kinds: ['organisaatiotyyppi_02'],
              languages: ['oppilaitoksenopetuskieli_1'],
              businessId: '0502454-6',
              institutionCode: '10054',
              institutionType: 'oppilaitostyyppi_21',
              municipality: 'kunta_049',
              validFrom: '1992-01-01',
              validUntil: '2023-08-01',
              status: 'PASSIIVINEN',
            },
          ],
          names: [{ oid: '1.2.3', names: [{ startsOn: '1992-01-01', names: { fi: 'Ennen' } }] }],
        },
      ],
    })
  })

  it('leaves out bad records with what hangs on them, and tells their places', () => {
    const inner = node('1.2.5', { children: [node('1.2.6')] })
    const result = read(
      node('1.2.3', { children: [node(undefined, { children: [node('1.2.4')] }), inner, inner] }),
      node('1.2.7', { parentOid: '1.2.8' }),
      node('1.2.8', { parentOid: '1.2.7', children: [node('1.2.9')] }),
      node('1.2.10', { children: [node('1.2.11', { parentOid: '1.2.99' })] }),
      'x',
    )
    expect(result).toMatchObject({
      complete: false,
      trees: [
        { root: '1.2.3', organisations: [{ oid: '1.2.3' }, { oid: '1.2.5' }, { oid: '1.2.6' }] },
        { root: '1.2.10', organisations: [{ oid: '1.2.10' }] },
      ],
    })
    const told = 'refused' in result ? result.refused.map(({ code, pointer }) => `${pointer} ${code}`) : []
    expect(told.map(line => line.replace('/organisaatiot', '')).sort()).toEqual([
      '/0/children/0 no-oid',
      '/0/children/0/children/0 no-parent',
      '/0/children/2 same-oid',
      '/0/children/2/children/0 same-oid',
      '/1 parent-cycle',
      '/2 parent-cycle',
      '/2/children/0 no-parent',
      '/3/children/0 no-parent',
      '/4 no-oid',
    ])
  })

  it('hangs a record of the top on the parent that it names', () => {
    expect(read(node('1.2.4', { parentOid: '1.2.3' }), node('1.2.3'))).toMatchObject({
      trees: [{ root: '1.2.3', organisations: [{ oid: '1.2.3' }, { oid: '1.2.4', parentOid: '1.2.3' }] }],
    })
  })

  it.each([
    [[], 'not-organisations'],
    [{ data: [] }, 'not-organisations'],
    [{ organisaatiot: {} }, 'not-organisations'],
    [{ organisaatiot: [] }, 'no-organisations'],
    [{ organisaatiot: [{ oid: 'x' }] }, 'no-organisations'],
  ])('%j is none', (json, code) =>
    expect(readHierarchy(json)).toMatchObject({ ok: false, refusal: { code } }),
  )

  it('is read or refused, whatever is given', () => {
    const oid = fc.oneof(fc.constantFrom('1.2.1', '1.2.2', '1.2.3', '1.2.4'), fc.jsonValue())
    const { tree } = fc.letrec(tie => ({
      tree: fc.record(
        {
          oid,
          parentOid: oid,
          nimi: fc.jsonValue(),
          alkuPvm: fc.jsonValue(),
          children: fc.array(tie('tree')),
        },
        { requiredKeys: [] },
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree), organisaatiot => {
        const reading = readHierarchy({ organisaatiot })
        const all = reading.ok ? reading.value.trees.flatMap(one => one.organisations) : []
        expect(all.every(one => Value.Check(Organisation, one))).toBe(true)
        expect(new Set(all.map(one => one.oid)).size).toBe(all.length)
      }),
    )
  })
})

describe('names over time', () => {
  const names = [
    { nimi: { fi: 'Uusi' }, alkuPvm: '2019-08-12', version: 0 },
    { nimi: { fi: 'Vanha' }, alkuPvm: '2019-02-15' },
    { nimi: {}, alkuPvm: '2019-02-15' },
    { nimi: { fi: 'Ilman päivää' } },
  ]
  const sorted = [
    { startsOn: '2019-02-15', names: { fi: 'Vanha' } },
    { startsOn: '2019-08-12', names: { fi: 'Uusi' } },
  ]
  it('belong to the organisation that the answer or the name of the file tells', () => {
    const refused = [2, 3].map(at => ({ pointer: `/nimet/${at}`, code: 'no-dated-name' }))
    expect(readNameList({ oid: '1.2.3', nimet: names }, 'x.json')).toEqual({
      ok: true,
      value: { oid: '1.2.3', names: sorted },
      refused,
    })
    expect(readNameList(names, 'nimet-1.2.246.562.10.5.json')).toMatchObject({
      ok: true,
      value: { oid: '1.2.246.562.10.5' },
      refused: [{ pointer: '/2' }, { pointer: '/3' }],
    })
    expect(readNameList(names, 'riveria.json')).toMatchObject({ refusal: { code: 'names-of-nobody' } })
  })
  it.each([
    [names, true],
    [{ oid: '1', nimet: names }, true],
    [{ oid: '1', nimet: [] }, true],
    [[{ koodiUri: 'x', metadata: [] }], false],
    [{ organisaatiot: [] }, false],
    [null, false],
  ])('%j are a list of names: %s', (json, is) => expect(isNameList(json)).toBe(is))
})

const shared = new URL('../../../../shared/data/organisaatio/', import.meta.url)
const json = (name: string) => JSON.parse(readFileSync(new URL(name, shared), 'utf8'))

describe.skipIf(!existsSync(shared))('the national files (skipped where ../shared is absent)', () => {
  it.each([
    ['hierarkia_1.2.246.562.10.00000000001.json', 28, 991],
    ['fixture_jalkelaiset.json', 4, 11],
    ['fixture_jalkelaiset-masked.json', 4, 10],
  ])('%s is read without a refusal', (name, roots, organisations) => {
    const reading = readHierarchy(json(name))
    expect(reading.ok && reading.refused).toEqual([])
    const trees = reading.ok ? reading.value.trees : []
    expect([trees.length, trees.flatMap(tree => tree.organisations).length]).toEqual([roots, organisations])
  })
  it.each(['fixture_riveria.json', 'fixture_sataedu.json'])('%s is a list of names', name => {
    expect(isNameList(json(name))).toBe(true)
    expect(readNameList(json(name), '1.2.3')).toMatchObject({ ok: true, refused: [] })
  })
  it.each([
    'koodisto_organisaatiotyyppi.json',
    'koodisto_oppilaitostyyppi.json',
    'oiva_koulutusluvat_mock.json',
  ])('%s is neither', name => {
    expect(isNameList(json(name))).toBe(false)
    expect(readHierarchy(json(name)).ok).toBe(false)
  })
})
