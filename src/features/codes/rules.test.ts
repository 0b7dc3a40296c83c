import { describe, expect, it } from 'vitest'
import type { CodeSet } from './contract.ts'
import { indexesOf, indexOf, isInForce, setOf, statusOf } from './rules.ts'
import { knownSets } from './rules-known.ts'

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
