import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { en } from '../../features/plans/i18n/en.ts'
import { fi } from '../../features/plans/i18n/fi.ts'
import { sv } from '../../features/plans/i18n/sv.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { needOf, planEntity } from './fields.ts'
import type { AnyEntity, AnyKind, Method } from './fields-kinds.ts'
import { validateNational } from './validate.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const today = plainDateOf('2026-11-22')
const head = {
  'oppija-oid': '1.2.246.562.24.12312312319',
  'opiskeluoikeus-oid': '1.2.246.562.15.10000000009',
  'ensikertainen-hyvaksyminen': '2024-08-15',
  'osaamisen-hankkimisen-tarve': true,
}
const list = 'hankittavat-ammat-tutkinnon-osat'
const unit = { 'tutkinnon-osa-koodi-uri': 'tutkinnonosat_300268', 'tutkinnon-osa-koodi-versio': 1 }
const period = {
  alku: '2024-09-01',
  loppu: '2024-12-15',
  'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_muu',
  'osaamisen-hankkimistapa-koodi-versio': 1,
}

function findings(input: unknown, method: Method = 'post'): string[] {
  return validateNational(input, { method, today }).findings.map(
    ({ severity, code, pointer }) => `${severity} ${code} ${pointer}`,
  )
}

/** A plan of one unit with one period, changed in one place. */
const inUnit = (changes: object) => ({ ...head, [list]: [{ ...unit, ...changes }] })
const inPeriod = (changes: object) => inUnit({ 'osaamisen-hankkimistavat': [{ ...period, ...changes }] })
const atPeriod = `/${list}/0/osaamisen-hankkimistavat/0`

describe('what the schema refuses, and where', () => {
  test.each<[string, unknown, string[]]>([
    ['whole', head, []],
    ['no object', [], ['error invalid-object ']],
    ['a text with a plan in it', JSON.stringify(head), ['error invalid-object ']],
    ['null', null, ['error null-value ']],
    ['null in a field', { ...head, sahkoposti: null }, ['error null-value /sahkoposti']],
    ['an unknown key', { ...head, lisa: 1 }, ['error unknown-key /lisa']],
    ['a key that needs escaping', { ...head, 'a/b~': 1 }, ['error unknown-key /a~1b~0']],
    ['a refused key', { ...head, eid: 'x' }, ['error refused-key /eid']],
    ['no list', { ...head, [list]: {} }, [`error invalid-list /${list}`]],
    ['no entity', { ...head, [list]: ['x', unit] }, [`error invalid-object /${list}/0`]],
    ['a number for a text', { ...head, sahkoposti: 1 }, ['error invalid-text /sahkoposti']],
    [
      'a text for a truth',
      { ...head, 'osaamisen-hankkimisen-tarve': 'true' },
      ['error invalid-boolean /osaamisen-hankkimisen-tarve'],
    ],
    [
      'a day that is none',
      { ...head, 'ensikertainen-hyvaksyminen': '2024-02-30' },
      ['error invalid-date /ensikertainen-hyvaksyminen'],
    ],
    ['a leap day', { ...head, 'ensikertainen-hyvaksyminen': '2024-02-29' }, []],
    [
      'no leap day',
      { ...head, 'ensikertainen-hyvaksyminen': '2023-02-29' },
      ['error invalid-date /ensikertainen-hyvaksyminen'],
    ],
    ['a leap day of 2000', { ...head, 'ensikertainen-hyvaksyminen': '2000-02-29' }, []],
    [
      'no leap day in 2100',
      { ...head, 'ensikertainen-hyvaksyminen': '2100-02-29' },
      ['error invalid-date /ensikertainen-hyvaksyminen'],
    ],
    [
      '31 April',
      { ...head, 'ensikertainen-hyvaksyminen': '2024-04-31' },
      ['error invalid-date /ensikertainen-hyvaksyminen'],
    ],
    [
      'a date in short form',
      { ...head, 'ensikertainen-hyvaksyminen': '2024-8-1' },
      ['error invalid-date /ensikertainen-hyvaksyminen'],
    ],
    [
      'an instant for a date',
      { ...head, 'ensikertainen-hyvaksyminen': '2024-08-15T00:00:00Z' },
      ['error invalid-date /ensikertainen-hyvaksyminen'],
    ],
    [
      'an instant',
      { ...head, hyvaksytty: '2024-08-15T09:30:00.123Z', paivitetty: '2024-08-15T09:30:00+03:00' },
      [],
    ],
    ['a date for an instant', { ...head, hyvaksytty: '2024-08-15' }, ['error invalid-instant /hyvaksytty']],
    [
      'an instant without zone',
      { ...head, hyvaksytty: '2024-08-15T09:30:00' },
      ['error invalid-instant /hyvaksytty'],
    ],
    ['hour 24', { ...head, hyvaksytty: '2024-08-15T24:00:00Z' }, ['error invalid-instant /hyvaksytty']],
    ['a fraction for a whole number', { ...head, versio: 1.5 }, ['error invalid-integer /versio']],
    ['a text for a whole number', { ...head, versio: '1' }, ['error invalid-integer /versio']],
    ['a number past exactness', { ...head, versio: 2 ** 53 }, ['error invalid-integer /versio']],
    [
      'negative hours',
      inUnit({ 'opetus-ja-ohjaus-maara': -0.5 }),
      [`error invalid-number /${list}/0/opetus-ja-ohjaus-maara`],
    ],
    [
      'hours as text',
      inUnit({ 'opetus-ja-ohjaus-maara': '5' }),
      [`error invalid-number /${list}/0/opetus-ja-ohjaus-maara`],
    ],
    ['no hours', inUnit({ 'opetus-ja-ohjaus-maara': 0 }), []],
    [
      'an empty identifier',
      inPeriod({ 'yksiloiva-tunniste': '' }),
      [`error empty-value ${atPeriod}/yksiloiva-tunniste`],
    ],
    ['an identifier of a space', inPeriod({ 'yksiloiva-tunniste': ' ' }), []],
    [
      'a code without digits',
      inUnit({ 'tutkinnon-osa-koodi-uri': 'tutkinnonosat_' }),
      [`error invalid-code /${list}/0/tutkinnon-osa-koodi-uri`],
    ],
    [
      'a code with a line feed',
      inPeriod({ 'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_a\nb' }),
      [`error invalid-code ${atPeriod}/osaamisen-hankkimistapa-koodi-uri`],
    ],
    [
      'any code of a set',
      inPeriod({ 'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_joku' }),
      [],
    ],
  ])('%s', (_, body, expected) => {
    expect(findings(body)).toEqual(expected)
    if (body !== null && typeof body === 'object')
      expect(findings(bytes(JSON.stringify(body)))).toEqual(expected)
  })

  test('rules are told beside faults of the schema, but not of what is broken itself', () => {
    const wrong = { ...period, loppu: '2024-08-01' }
    const broken = { ...wrong, alku: 'x' }
    const body = { ...inUnit({ 'osaamisen-hankkimistavat': [wrong, broken] }), lisa: 1 }
    expect(findings(body)).toEqual([
      `error invalid-date /${list}/0/osaamisen-hankkimistavat/1/alku`,
      'error unknown-key /lisa',
      `error period-ends-before-start ${atPeriod}/loppu`,
    ])
  })

  test('1.0 is a whole number', () => {
    expect(
      findings(bytes(JSON.stringify({ ...head, versio: 1 }).replace('"versio":1', '"versio":1.0'))),
    ).toEqual([])
  })

  test.each([
    ['a key twice', '{"sahkoposti":"a","sahkoposti":"b"}', 'error json-duplicate-key /sahkoposti'],
    [
      'a key twice in a plan without faults',
      `${JSON.stringify(head).slice(0, -1)},"oppija-oid":"1.2.246.562.24.12312312319"}`,
      'error json-duplicate-key /oppija-oid',
    ],
    ['no JSON', '{"sahkoposti":}', 'error json-syntax /sahkoposti'],
    ['bytes that are no UTF-8', new Uint8Array([0xff]), 'error json-invalid-utf8 '],
    ['endless nesting', '['.repeat(1e5), `error json-too-deep ${'/0'.repeat(64)}`],
    ['NUL', '{"sahkoposti":"\\u0000"}', 'error json-nul-character /sahkoposti'],
  ])('%s', (_, input, expected) => {
    const given = typeof input === 'string' ? bytes(input) : input
    const read = validateNational(given, { method: 'post', today })
    expect(read).toMatchObject({ verdict: 'invalid', problem: { line: 1 } })
    expect(read.plan).toBeUndefined()
    expect(findings(given)).toEqual([expected])
  })
})

describe('each method', () => {
  test.each<[Method, object, string[]]>([
    ['post', { ...head, id: 1 }, ['error refused-key /id']],
    ['put', head, ['error missing-key /id']],
    ['put', { id: 1, 'ensikertainen-hyvaksyminen': '2024-08-15', 'osaamisen-hankkimisen-tarve': true }, []],
    ['patch', { id: 1 }, []],
    ['patch', {}, ['error missing-key /id']],
    ['patch', { id: 1, [list]: [] }, [`error refused-key /${list}`]],
    [
      'post',
      {},
      ['oppija-oid', 'opiskeluoikeus-oid', 'ensikertainen-hyvaksyminen', 'osaamisen-hankkimisen-tarve'].map(
        key => `error missing-key /${key}`,
      ),
    ],
    ['get-vipunen', { ...head, id: 1, eid: 'x' }, []],
  ])('%s', (method, body, expected) => expect(findings(body, method).sort()).toEqual([...expected].sort()))

  test('people at forms need no identifiers of periods', () => {
    const body = inPeriod({
      'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_koulutussopimus',
      'osa-aikaisuustieto': 50,
      'tyopaikalla-jarjestettava-koulutus': {
        'tyopaikan-nimi': 'P',
        'tyopaikan-y-tunnus': '5523718-7',
        'keskeiset-tyotehtavat': ['T'],
        'vastuullinen-tyopaikka-ohjaaja': { nimi: 'O' },
      },
    })
    expect(findings(body, 'post')).toEqual([`error period-identifier-missing ${atPeriod}`])
    expect(findings(body, 'post-virkailija')).toEqual([])
  })

  test('fixes point into the national plan', () => {
    const body = { ...head, sahkoposti: ' a@b.fi' }
    expect(validateNational(body, { method: 'post', today }).findings[0]?.fix).toEqual({
      op: 'set',
      pointer: '/sahkoposti',
      value: 'a@b.fi',
    })
  })
})

test('every fault of the table has its text in three languages, with the same parameters', () => {
  const faults = new Set<string>()
  const seen = new Set<AnyEntity>()
  const visit = (kind: AnyKind): void => {
    faults.add(kind.fault)
    if (kind.spec.is === 'list') visit(kind.spec.of)
    if (kind.spec.is !== 'entity' || seen.has(kind.spec.of())) return
    seen.add(kind.spec.of())
    for (const field of Object.values(kind.spec.of().fields)) {
      visit(field.kind)
      expect(['required', 'optional', 'refused']).toContain(needOf(field.need, 'post'))
    }
  }
  visit({ spec: { is: 'entity', of: () => planEntity }, fault: 'invalid-object' })
  for (const fault of faults) expect(Object.keys(fi.findings)).toContain(fault)
  const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  for (const [code, text] of Object.entries(fi.findings)) {
    const key = code as keyof typeof fi.findings
    expect(parameters(sv.findings[key]), code).toEqual(parameters(text))
    expect(parameters(en.findings[key]), code).toEqual(parameters(text))
  }
})

const example = new URL('../../../../shared/data/ehoks/anonymised-example-1.json', import.meta.url)

test.skipIf(!existsSync(example))(
  'a whole plan of the national service is valid (skipped without shared data)',
  () => {
    const read = validateNational(readFileSync(example), { method: 'post', today })
    expect(read).toMatchObject({ verdict: 'valid', findings: [] })
    expect(read.plan?.commonUnits?.length).toBeGreaterThan(1)
  },
)
