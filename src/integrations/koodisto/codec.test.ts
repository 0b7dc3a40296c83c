import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { CodeSet } from '../../features/codes/contract.ts'
import { readCodeSet } from './codec.ts'

const source = { name: 'Koodisto' }
const code = (uri: string, versio: unknown, more: object = {}) => ({
  koodiUri: uri,
  koodiArvo: uri.split('_')[1],
  versio,
  metadata: [
    { kieli: 'FI', nimi: ' Koulutussopimus ' },
    { kieli: 'SV', nimi: null },
    { kieli: 'EN', nimi: '' },
    { kieli: 'DE', nimi: 'Vertrag' },
  ],
  ...more,
})

describe('reading a code set', () => {
  it('takes names trimmed, languages that are given, and the newest version', () => {
    const reading = readCodeSet([code('tapa_a', 1), code('tapa_a', 3), code('tapa_a', 2)], source)
    expect(reading).toEqual({
      ok: true,
      refused: [],
      value: {
        uri: 'tapa',
        complete: true,
        source,
        codes: [{ uri: 'tapa_a', value: 'a', version: 3, names: { fi: 'Koulutussopimus' } }],
        older: [2, 1].map(version => ({
          uri: 'tapa_a',
          value: 'a',
          version,
          names: { fi: 'Koulutussopimus' },
        })),
      },
    })
  })

  const within = (...uris: string[]) => ({
    withinCodeElements: uris.map(codeElementUri => ({ codeElementUri, codeElementVersion: 1 })),
  })

  it('keeps the relations that rules need, of those that are in use', () => {
    const relations = {
      withinCodeElements: [
        { codeElementUri: 'koulutus_351301' },
        { codeElementUri: 'koulutus_457305', passive: true },
      ],
      includesCodeElements: [{ codeElementUri: 'hakukohteet_1' }, { codeElementUri: 'tutkintonimikkeet_1' }],
    }
    const reading = readCodeSet([code('osaamisala_1', 1, relations)], source)
    expect(reading.ok && reading.value.codes[0]).toMatchObject({
      broader: ['koulutus_351301'],
      narrower: ['tutkintonimikkeet_1'],
    })
  })

  it('refuses all codes of a circle, each at its place, and takes those that hang on it', () => {
    const includesA = { includesCodeElements: [{ codeElementUri: 'tapa_a' }] }
    const reading = readCodeSet(
      [
        code('tapa_b', 1, includesA),
        code('tapa_a', 2, { includesCodeElements: [{ codeElementUri: 'tapa_B' }] }),
        code('tapa_c', 1, within('tapa_a')),
        code('tapa_a', 1),
        code('tapa_d', 1, within('tapa_d')),
        code('tapa_e', 1, { withinCodeElements: [{ codeElementUri: 'tapa_e', passive: true }] }),
      ],
      source,
    )
    expect(reading.ok && reading.refused).toEqual([
      { pointer: '/0', code: 'code-cycle', params: { code: 'tapa_b', codes: 'tapa_b, tapa_a' } },
      { pointer: '/1', code: 'code-cycle', params: { code: 'tapa_a', codes: 'tapa_b, tapa_a' } },
      { pointer: '/4', code: 'code-cycle', params: { code: 'tapa_d', codes: 'tapa_d' } },
    ])
    const { codes, complete, older, refused } = reading.ok ? reading.value : { codes: [] }
    expect(codes.map(one => one.uri)).toEqual(['tapa_c', 'tapa_e'])
    expect({ complete, older, refused: refused?.toSorted() }).toEqual({
      complete: false,
      older: undefined,
      refused: ['tapa_a', 'tapa_b', 'tapa_d'],
    })
  })

  it('takes validity that is a real day', () => {
    const dates = { voimassaAlkuPvm: '2026-08-01', voimassaLoppuPvm: '2026-13-01' }
    const reading = readCodeSet([code('tapa_a', 1, dates)], source)
    expect(reading.ok && reading.value.codes[0]).toMatchObject({ validFrom: '2026-08-01' })
    expect(reading.ok && reading.value.codes[0]).not.toHaveProperty('validUntil')
  })

  it('leaves out a bad record and tells its place', () => {
    const records = [code('tapa_a', 1), null, { koodiUri: 7 }, code('muu_b', 1), code('tapa_c', 'x')]
    const reading = readCodeSet(records, source)
    expect(reading.ok && reading.value.codes.map(item => item.uri)).toEqual(['tapa_a', 'tapa_c'])
    expect(reading.ok && reading.refused).toEqual([
      { pointer: '/1', code: 'no-code' },
      { pointer: '/2', code: 'no-code' },
      { pointer: '/3', code: 'other-code-set', params: { code: 'muu_b', set: 'tapa' } },
    ])
  })

  it.each([
    [{ codes: [] }, 'not-a-code-set'],
    [null, 'not-a-code-set'],
    [[], 'no-codes'],
    [[1, 'x', {}], 'no-codes'],
  ])('refuses %j whole', (json, refusal) => {
    expect(readCodeSet(json, source)).toEqual({ ok: false, refusal: { pointer: '', code: refusal } })
  })
})

it('reads or refuses whatever it is given, by the shape of the contract', () => {
  const record = fc.record({
    koodiUri: fc.oneof(fc.string(), fc.constant('tapa_a')),
    versio: fc.jsonValue(),
    metadata: fc.jsonValue(),
  })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.jsonValue(), record))), json => {
      const reading = readCodeSet(json, source)
      expect(reading.ok ? Value.Check(CodeSet, reading.value) : reading.refusal.code !== '').toBe(true)
    }),
    { numRuns: 300 },
  )
})

const shared = new URL('../../../../shared/data/koodisto/', import.meta.url)

describe.skipIf(!existsSync(shared))('the national files (skipped where ../shared is absent)', () => {
  const files = existsSync(shared)
    ? readdirSync(shared).filter(name => name !== 'known-without-file.json')
    : []
  it.each(files)('%s is read without a refusal', name => {
    const reading = readCodeSet(JSON.parse(readFileSync(new URL(name, shared), 'utf8')), source)
    expect(reading.ok && reading.refused).toEqual([])
    expect(reading.ok && reading.value.uri).toBe(name.replace('.json', ''))
  })
})
