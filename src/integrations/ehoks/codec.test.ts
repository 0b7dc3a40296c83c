import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Plan } from '../../features/plans/contract.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { toNational } from './codec.ts'
import { decoder } from './codec-compile.ts'
import { examine } from './codec-examine.ts'
import { needOf, planEntity } from './fields.ts'
import type { AnyEntity, AnyKind, Method } from './fields-kinds.ts'
import { toEnglishPointer, toNationalPointer } from './pointers.ts'
import { nationalBodySchema, nationalValidator } from './schema.ts'
import { validateNational } from './validate.ts'

const today = plainDateOf('2026-11-22')
const methods = ['post', 'put', 'patch', 'get', 'post-virkailija', 'put-virkailija'] as const

const keptText = fc.string({ unit: 'grapheme' })

/** Values of the forms that are more than text, by the finding that their absence gives. */
const formed: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'invalid-date': fc
    .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10)),
  'invalid-instant': fc
    .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map(date => date.toISOString()),
  'invalid-uuid': fc.uuid(),
  'invalid-phone': fc.constantFrom('', '040 123 4567', '+358 (0)40-1234567'),
  'invalid-business-id': fc.constantFrom('5523718-7', '1234567-1'),
  'invalid-study-right-oid': fc.constantFrom('1.2.246.562.15.10000000009', '1.2.246.562.15.298574987110'),
  'invalid-person-oid': fc.constantFrom('1.2.246.562.24.12312312319', '1.2.246.562.98.92170778846'),
  'invalid-organisation-oid': fc.constantFrom(
    '1.2.246.562.10.92214483247',
    '1.2.246.562.10.2013110716590316970385',
  ),
  'empty-value': fc.string({ minLength: 1, unit: 'grapheme' }),
}

function arbitraryOf(kind: AnyKind, method: Method): fc.Arbitrary<unknown> {
  const { spec } = kind
  if (spec.is === 'entity') return nationalOf(spec.of(), method)
  if (spec.is === 'list') return fc.array(arbitraryOf(spec.of, method), { maxLength: 2 })
  if (spec.is === 'boolean') return fc.boolean()
  if (spec.is === 'integer') return fc.integer()
  if (spec.is === 'number') return fc.double({ min: 0, max: 1e6, noNaN: true }).map(n => (n === 0 ? 0 : n))
  if (kind.example !== undefined) return fc.constant(kind.example)
  return formed[kind.fault] ?? keptText
}

/** A national entity that the method accepts, made from the same table as the schema and the codec. */
function nationalOf(entity: AnyEntity, method: Method): fc.Arbitrary<Record<string, unknown>> {
  const rows = Object.values(entity.fields).filter(field => needOf(field.need, method) !== 'refused')
  const model = Object.fromEntries(rows.map(field => [field.key, arbitraryOf(field.kind, method)]))
  const requiredKeys = rows.filter(field => needOf(field.need, method) === 'required').map(field => field.key)
  return fc.record(model, { requiredKeys })
}

const accepted = fc
  .constantFrom(...methods)
  .chain(method => nationalOf(planEntity, method).map(national => ({ method, national })))

describe('the codec', () => {
  test('national to English and back loses nothing, by both ways in', () => {
    fc.assert(
      fc.property(accepted, ({ method, national }) => {
        const decoded = decoder(method)(national)
        expect(decoded).toBeDefined()
        if (decoded === undefined) return
        expect(toNational(decoded.plan)).toEqual(national)
        expect(examine(national, method)).toMatchObject({ findings: [], plan: decoded.plan })
      }),
      { numRuns: 60 },
    )
  })

  test('English to national and back loses nothing', () => {
    fc.assert(
      fc.property(nationalOf(planEntity, 'get'), national => {
        const plan = decoder('get')(national)?.plan
        expect(plan).toBeDefined()
        if (plan === undefined) return
        const written: unknown = JSON.parse(JSON.stringify(toNational(plan)))
        expect(decoder('get')(written)?.plan).toStrictEqual(plan)
      }),
      { numRuns: 60 },
    )
  })

  test('keys of a newer schema are kept, told, and put back', () => {
    fc.assert(
      fc.property(
        accepted,
        fc.jsonValue(),
        fc.constantFrom('uusi-tieto', '__proto__', 'a/b~c'),
        (given, value, key) => {
          const file: unknown = JSON.parse(JSON.stringify(given.national))
          const places = [
            file,
            ...Object.values(file as object).flatMap(list => (Array.isArray(list) ? list : [])),
          ]
          for (const place of places) {
            Object.defineProperty(place, key, { value, enumerable: true, configurable: true })
          }
          const { plan, unknown, findings } = validateNational(file, {
            method: given.method,
            today,
            keepUnknown: true,
          })
          expect(unknown).toHaveLength(places.length)
          expect(findings.filter(({ code }) => code === 'unknown-key-kept')).toHaveLength(places.length)
          expect(plan).toBeDefined()
          if (plan !== undefined)
            expect(JSON.stringify(sorted(toNational(plan, unknown)))).toBe(JSON.stringify(sorted(file)))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a file may hold what a method refuses', () => {
    const file = { ...head, id: 7, eid: 'x', manuaalisyotto: false }
    const read = validateNational(file, { method: 'post', today, keepUnknown: true })
    expect(read).toMatchObject({ verdict: 'valid', plan: { id: 7, eid: 'x', manualEntry: false } })
    expect(validateNational(file, { method: 'post', today }).findings.map(({ code }) => code)).toEqual([
      'refused-key',
      'refused-key',
      'refused-key',
    ])
  })
})

const head = {
  'oppija-oid': '1.2.246.562.24.12312312319',
  'opiskeluoikeus-oid': '1.2.246.562.15.10000000009',
  'ensikertainen-hyvaksyminen': '2024-08-15',
  'osaamisen-hankkimisen-tarve': true,
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)])
}

describe('the table', () => {
  const entities = new Map<string, AnyEntity>()
  const visit = ({ spec }: AnyKind): void => {
    if (spec.is === 'list') visit(spec.of)
    if (spec.is === 'entity' && !entities.has(spec.of().national)) {
      entities.set(spec.of().national, spec.of())
      for (const field of Object.values(spec.of().fields)) visit(field.kind)
    }
  }
  visit({ spec: { is: 'entity', of: () => planEntity }, fault: '' })

  test('knows every entity of the national model', () => expect([...entities.keys()].sort()).toHaveLength(27))

  test.each([...entities])('%s: each key once, each need eight letters', (_, entity) => {
    const rows = Object.values(entity.fields)
    expect(new Set(rows.map(row => row.key)).size).toBe(rows.length)
    for (const row of rows) expect(row.need).toMatch(/^[RO-]{8}$/)
  })

  test('the head has exactly the fields of the contract', () => {
    expect(Object.keys(planEntity.fields).sort()).toEqual(Object.keys(Plan.properties).sort())
  })

  test.each([
    [
      '/vocationalUnits/0/learningPeriods/2/workplace/instructor/email',
      '/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/2/tyopaikalla-jarjestettava-koulutus/vastuullinen-tyopaikka-ohjaaja/sahkoposti',
    ],
    [
      '/priorCommonUnits/1/subjectAreas/0/verificationDetails/assessors/3',
      '/aiemmin-hankitut-yhteiset-tutkinnon-osat/1/osa-alueet/0/tarkentavat-tiedot-osaamisen-arvioija/aiemmin-hankitun-osaamisen-arvioijat/3',
    ],
    ['/firstApprovedOn', '/ensikertainen-hyvaksyminen'],
    ['', ''],
    ['/nothing/0/start', '/nothing/0/start'],
    ['/constructor', '/constructor'],
  ])('pointer %s', (english, national) => {
    expect(toNationalPointer(english)).toBe(national)
    expect(toEnglishPointer(national)).toBe(english)
  })
})

describe('the schema', () => {
  /** One place of a plan is changed to something else: mostly wrong, sometimes right. */
  const odd = fc.constantFrom<unknown>(
    null,
    '',
    'x',
    0,
    1,
    -1,
    2.5,
    1e300,
    true,
    [],
    {},
    '2024-02-30',
    '2024-02-29',
    [null],
  )

  function change(value: unknown, path: number[], to: unknown): unknown {
    const [step, ...rest] = path
    if (step === undefined || typeof value !== 'object' || value === null) return to
    const keys = Object.keys(value)
    if (keys.length === 0) return Array.isArray(value) ? [to] : { uusi: to }
    const key = keys[step % keys.length] ?? ''
    const changed = change(Reflect.get(value, key), rest, to)
    if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? changed : item))
    return { ...value, [key]: changed }
  }

  test('gives the same verdicts as the decoder and the slow reader', () => {
    fc.assert(
      fc.property(
        accepted,
        fc.array(fc.nat(30), { minLength: 1, maxLength: 7 }),
        odd,
        ({ method, national }, path, to) => {
          const body = change(national, path, to)
          const valid = nationalValidator(method).Check(body)
          expect(decoder(method)(body) !== undefined).toBe(valid)
          expect(examine(body, method).findings.length === 0).toBe(valid)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('statistics learn of an instructor only that there is one', () => {
    const text = JSON.stringify(nationalBodySchema('get-vipunen'))
    expect(text).toContain('"vastuullinen-tyopaikka-ohjaaja":{"type":"boolean"}')
    expect(text).not.toContain('VastuullinenTyopaikkaOhjaaja')
  })
})
