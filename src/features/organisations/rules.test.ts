import { describe, expect, it } from 'vitest'
import { isActive, nameOn, noticedNames } from './rules.ts'
import { foldWords, organisationIndex } from './rules-index.ts'
import { faultOfSuccessors, successionsOf, successorOn, successorsOn } from './rules-successors.ts'

const today = '2026-11-23'

it.each([
  [{}, true],
  [{ status: 'AKTIIVINEN', validFrom: '2020-01-01' }, true],
  [{ status: 'AKTIIVINEN', validFrom: '2026-11-24' }, false],
  [{ status: 'AKTIIVINEN', validUntil: '2026-11-23' }, true],
  [{ status: 'AKTIIVINEN', validUntil: '2026-11-22' }, false],
  [{ status: 'PASSIIVINEN' }, false],
  [{ status: 'PASSIIVINEN', validUntil: '2026-12-31' }, true],
  [{ status: 'SUUNNITELTU' }, false],
])('%j is at work: %s', (one, active) => expect(isActive(one, today)).toBe(active))

describe('the name on a day', () => {
  const history = [
    { startsOn: '2013-01-01', names: { fi: 'Uusi' } },
    { startsOn: '1992-01-01', names: { fi: 'Vanha' } },
  ]
  it.each([
    ['1980-01-01', 'Vanha'],
    ['2012-12-31', 'Vanha'],
    ['2013-01-01', 'Uusi'],
  ])('%s: %s', (date, name) => expect(nameOn({ fi: 'nyt' }, history, date).fi).toBe(name))
  it('is the present one where there is no history', () =>
    expect(nameOn({ fi: 'nyt' }, [], today).fi).toBe('nyt'))
})

describe('a name that changed between imports', () => {
  const before = { names: { fi: 'Vanha' }, validFrom: '1992-01-01' }
  const noticed = true
  it.each([
    ['no change', before, { names: { fi: 'Vanha' } }, [], []],
    [
      'a first one',
      before,
      { names: { fi: 'Uusi' } },
      [],
      [
        { startsOn: '1992-01-01', names: { fi: 'Vanha' }, noticed },
        { startsOn: today, names: { fi: 'Uusi' }, noticed },
      ],
    ],
    [
      'of one without a first day',
      { names: { fi: 'Vanha' } },
      { names: { fi: 'Vanha', sv: 'Gammal' } },
      [],
      [
        { startsOn: '0001-01-01', names: { fi: 'Vanha' }, noticed },
        { startsOn: today, names: { fi: 'Vanha', sv: 'Gammal' }, noticed },
      ],
    ],
    [
      'one that the register had told',
      before,
      { names: { fi: 'Uusi' } },
      [{ startsOn: '2026-11-01', names: { fi: 'Uusi' } }],
      [],
    ],
    [
      'a second one',
      before,
      { names: { fi: 'Uusi' } },
      [{ startsOn: '1992-01-01', names: { fi: 'Vanha' } }],
      [{ startsOn: today, names: { fi: 'Uusi' }, noticed }],
    ],
  ])('%s', (_name, was, is, history, names) => expect(noticedNames(was, is, history, today)).toEqual(names))
})

describe('successors', () => {
  const rows = [
    { oid: 'a', successorOid: 'b', changesOn: '2020-01-01' },
    { oid: 'b', successorOid: 'c', changesOn: '2024-01-01' },
    { oid: 'd', successorOid: 'e', changesOn: '2022-01-01' },
    { oid: 'd', successorOid: 'f', changesOn: '2023-01-01' },
    { oid: 'x', successorOid: 'y', changesOn: '2020-01-01' },
    { oid: 'y', successorOid: 'x', changesOn: '2020-01-01' },
  ]
  const all = successionsOf(rows)
  it.each([
    ['a', '2019-12-31', ['a']],
    ['a', '2020-01-01', ['b']],
    ['a', '2024-01-01', ['c']],
    ['c', '2024-01-01', ['c']],
    ['d', '2022-06-01', ['e']],
    ['d', '2023-01-01', ['e', 'f']],
    ['x', '2023-01-01', []],
  ])('of %s on %s: %j', (oid, date, oids) => {
    expect(successorsOn(oid, date, all)).toEqual(oids)
    expect(successorOn(oid, date, all)).toBe(oids.length === 1 ? oids[0] : undefined)
  })

  const next = (...oids: string[]) => oids.map(oid => ({ oid, changesOn: today }))
  it.each([
    ['c', next('d'), undefined],
    ['c', next('e', 'c'), { code: 'own-successor', at: 1 }],
    ['c', next('e', 'z'), { code: 'unknown-successor', at: 1 }],
    ['c', next('e', 'f', 'e'), { code: 'successor-twice', at: 2 }],
    ['c', next('d', 'a'), { code: 'successor-cycle', at: 1 }],
    // Those that are replaced do not count.
    ['b', next('e'), undefined],
  ])('%s followed by %j: %j', (oid, successors, fault) =>
    expect(faultOfSuccessors(oid, successors, rows, one => one !== 'z')).toEqual(fault),
  )
})

describe('all organisations', () => {
  const known = (oid: string, fi: string, more: object = {}) => ({
    ...{ oid, names: { fi }, kinds: ['organisaatiotyyppi_02'], languages: [], vanished: false },
    ...more,
  })
  const index = organisationIndex({
    revision: 1,
    organisations: [
      known('1.2.1', 'Espoon seudun koulutuskuntayhtymä Omnia', {
        businessId: '0502454-6',
        kinds: ['organisaatiotyyppi_01'],
      }),
      known('1.2.2', 'Ålands gymnasium', { parentOid: '1.2.1', institutionCode: '10054' }),
      known('1.2.3', 'Zetan oppilaitos', { parentOid: '1.2.2', status: 'PASSIIVINEN' }),
      known('1.2.4', 'Oma äiti', { parentOid: '1.2.5', vanished: true }),
      known('1.2.5', 'Oma isä', { parentOid: '1.2.4' }),
    ],
    names: [{ oid: '1.2.3', startsOn: '1990-01-01', names: { sv: 'Yrkesinstitutet Prakticum' } }],
    successions: [],
  })
  const oids = (query: string, more: object = {}) =>
    index.search({ query, ...more }, today).map(one => one.oid)

  it.each([
    ['omn', ['1.2.1']],
    ['OMNIA esp', ['1.2.1']],
    ['mnia', []],
    ['0502454-6', ['1.2.1']],
    ['05024546', ['1.2.1']],
    ['10054', ['1.2.2']],
    ['1.2.3', ['1.2.3']],
    // By a name that it had once.
    ['prakti', ['1.2.3']],
    ['å', ['1.2.2']],
    ['a', []],
  ])('are found by %s', (query, found) => expect(oids(query)).toEqual(found))

  it('are in the order of the Finnish alphabet, and narrowed by kind and by being at work', () => {
    expect(oids('')).toEqual(['1.2.1', '1.2.5', '1.2.4', '1.2.3', '1.2.2'])
    expect(oids('', { kind: 'organisaatiotyyppi_01' })).toEqual(['1.2.1'])
    expect(oids('', { active: true })).toEqual(['1.2.1', '1.2.5', '1.2.2'])
    expect(oids('', { active: false })).toEqual(['1.2.4', '1.2.3'])
  })

  it('know what is above and below, and never go around in circles', () => {
    expect(index.parentsOf('1.2.3').map(one => one.oid)).toEqual(['1.2.1', '1.2.2'])
    expect(index.childrenOf('1.2.1').map(one => one.oid)).toEqual(['1.2.2'])
    expect(index.parentsOf('1.2.4').length).toBeLessThan(3)
    expect(index.namesOn('1.2.3', '2000-01-01')).toEqual({ sv: 'Yrkesinstitutet Prakticum' })
    expect(index.namesOn('9', today)).toBeUndefined()
  })
  it('folds words', () => expect(foldWords('  Ädel-Åsa, (OY) 1.2 ')).toEqual(['ädel', 'åsa', 'oy', '1.2']))
})
