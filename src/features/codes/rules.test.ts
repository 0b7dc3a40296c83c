import { describe, expect, it } from 'vitest'
import type { CodeSet } from './contract.ts'
import { codeOf, indexesOf, indexOf, isInForce, setOf, statusOf } from './rules.ts'
import { knownSets } from './rules-known.ts'
import { pageOf } from './rules-page.ts'
import { keepsRelation } from './rules-relations.ts'

const set: CodeSet = {
  uri: 'ammatillisenoppiaineet',
  complete: true,
  source: { name: 'test' },
  codes: [
    { uri: 'ammatillisenoppiaineet_vvai22', value: 'VVAI22', version: 2, names: {} },
    { uri: 'ammatillisenoppiaineet_002', value: 'MAVA', names: {} },
  ],
}

describe('status of a code', () => {
  const complete = indexOf(set)
  const partial = indexOf({ ...set, complete: false })

  it.each([
    ['ammatillisenoppiaineet_VVAI22', 1, 'known', 'known'],
    ['ammatillisenoppiaineet_vvai22', 2, 'known', 'known'],
    ['ammatillisenoppiaineet_vvai22', 3, 'unknown', 'unloaded'],
    ['ammatillisenoppiaineet_vvai22', 0, 'unknown', 'unloaded'],
    ['ammatillisenoppiaineet_MAVA', undefined, 'known', 'known'],
    ['ammatillisenoppiaineet_002', 9, 'known', 'known'],
    ['ammatillisenoppiaineet_zz', 1, 'unknown', 'unloaded'],
  ])('%s version %s: %s of a whole set, %s of a part', (uri, version, whole, part) => {
    expect(statusOf(complete, uri, version)).toBe(whole)
    expect(statusOf(partial, uri, version)).toBe(part)
  })

  it('says nothing of a set that we do not have', () => {
    expect(statusOf(undefined, 'kieli_FI')).toBe('unloaded')
    expect(setOf('Kieli_FI')).toBe('kieli')
  })
})

describe('our own codes beside the national ones', () => {
  const own: CodeSet = {
    uri: 'ammatillisenoppiaineet',
    complete: false,
    source: { name: 'ours' },
    codes: [
      { uri: 'ammatillisenoppiaineet_muu', value: 'muu', names: {} },
      { uri: 'ammatillisenoppiaineet_vvai22', value: 'VVAI22', names: { fi: 'vanha' } },
    ],
  }

  it('count where the national set lacks them, and never make it less complete', () => {
    const index = indexesOf([set], [own]).get('ammatillisenoppiaineet')
    expect(statusOf(index, 'ammatillisenoppiaineet_muu')).toBe('known')
    expect(statusOf(index, 'ammatillisenoppiaineet_zz')).toBe('unknown')
    expect(index?.find('ammatillisenoppiaineet_vvai22')?.names).toEqual({})
  })

  it('call nothing unknown when they are all there is', () => {
    const index = indexesOf([], knownSets).get('urasuunnitelma')
    expect(statusOf(index, 'urasuunnitelma_0001', 1)).toBe('known')
    expect(statusOf(index, 'urasuunnitelma_0009', 1)).toBe('unloaded')
  })
})

it.each([
  ['2026-07-31', false],
  ['2026-08-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('on %s a code in force: %s', (date, inForce) => {
  const code = { uri: 'a_b', value: 'b', names: {}, validFrom: '2026-08-01', validUntil: '2026-12-31' }
  expect(isInForce(code, date)).toBe(inForce)
})

describe('versions of a code', () => {
  const uri = 'tapa_a'
  const newest = { uri, value: 'a', version: 3, names: { fi: 'Uusi' }, validFrom: '2026-08-01' }
  const first = { uri, value: 'a', version: 1, names: { fi: 'Vanha' }, validUntil: '2026-07-31' }
  const source = { name: 'test' }
  const given: CodeSet = { uri: 'tapa', complete: true, source, codes: [newest], older: [first] }
  const index = indexesOf([given], []).get('tapa')

  it.each([
    [undefined, 'Uusi', true],
    [3, 'Uusi', true],
    [1, 'Vanha', false],
    // Nobody has read it: what is known best stands for it.
    [2, 'Uusi', true],
  ])('%s is called %s and in force in August 2026: %s', (version, name, inForce) => {
    const code = codeOf(index, 'TAPA_A', version)
    expect(code?.names.fi).toBe(name)
    expect(code && isInForce(code, '2026-08-15')).toBe(inForce)
  })
  it('are nothing of a set that is not there', () => expect(codeOf(undefined, uri, 1)).toBeUndefined())
})

describe('a page of a set', () => {
  const own = { uri: 'tapa', complete: false, source: { name: 'ours' }, codes: [code('a'), code('c')] }
  const row = { code: { ...code('a'), names: { fi: 'A' } }, versions: [1, 2], vanished: true }
  const national = { head: { uri: 'tapa', complete: true, source: { name: 'theirs' } }, rows: [row] }
  function code(value: string) {
    return { uri: `tapa_${value}`, value, names: {} }
  }

  it('marks what has no name or has vanished, and ours stands where theirs lacks it', () => {
    const page = pageOf(national, own, { limit: 10 })
    expect(page?.source.name).toBe('theirs')
    expect(page?.items).toEqual([
      { ...row.code, versions: [1, 2], named: true, vanished: true },
      { ...code('c'), versions: [], named: false },
    ])
  })
  it('goes on where the one before ended', () => {
    const page = pageOf(national, own, { limit: 1 })
    expect(page?.next).toBe('tapa_a')
    expect(pageOf(national, own, { limit: 1, after: 'tapa_a' })).toMatchObject({
      items: [{ value: 'c' }],
    })
    expect(pageOf(national, own, { limit: 1, after: 'tapa_a' })).not.toHaveProperty('next')
  })
  it('of a set that nobody knows is none', () => {
    expect(pageOf(undefined, undefined, { limit: 1 })).toBeUndefined()
    expect(pageOf(undefined, own, { limit: 9 })?.items).toHaveLength(2)
  })
})

it.each([
  ['osaamisala', 'koulutus_351301', true],
  ['osaamisala', 'hakukohteet_1', false],
  ['kunta', 'oppilaitosnumero_1', false],
  ['kunta', 'kunta_049', true],
  ['eqf', 'koulutus_351301', false],
])('of %s a relation to %s is kept: %s', (set, other, kept) => expect(keepsRelation(set, other)).toBe(kept))
