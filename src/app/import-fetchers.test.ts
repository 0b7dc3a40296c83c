import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { worldOf } from '../../fakes/main.ts'
import { startFakes } from '../../fakes/server.ts'
import type { ServiceName } from '../../fakes/service.ts'
import {
  type Fetch,
  type FetchedDocument,
  type FetchedItem,
  FetchFailure,
} from '../features/imports/contract-definition.ts'
import type { Register } from '../features/registers/contract.ts'
import type { Connect, Connection } from '../features/registers/contract-connection.ts'
import { fetchEhoks, tryEhoks } from '../integrations/ehoks/fetch.ts'
import { validateNational } from '../integrations/ehoks/validate.ts'
import { readQualification } from '../integrations/eperusteet/codec.ts'
import { fetchEperusteet, tryEperusteet } from '../integrations/eperusteet/fetch.ts'
import { readCodeSet } from '../integrations/koodisto/codec.ts'
import { fetchKoodisto, tryKoodisto } from '../integrations/koodisto/fetch.ts'
import { readKoskiRecord } from '../integrations/koski/codec.ts'
import { fetchKoski, tryKoski } from '../integrations/koski/fetch.ts'
import { readHierarchy } from '../integrations/organisaatio/codec.ts'
import { isNameList, readNameList } from '../integrations/organisaatio/codec-names.ts'
import { fetchOrganisaatio, tryOrganisaatio } from '../integrations/organisaatio/fetch.ts'
import { createHttpClient } from '../platform/http-client/client.ts'
import { ServiceFailure } from '../platform/http-client/failure.ts'
import { newId } from '../platform/ids.ts'
import { plainDateOf } from '../platform/time/plain-date.ts'

const provider = '1.2.246.562.99.81085649296'
const world = worldOf(undefined)
const first = world.qualifications[0] ?? {}
const qualifications = [1, 2, 3, 4, 5].map(at => ({
  ...first,
  id: 990_000 + at,
  diaarinumero: `KEKSITTY-${at}`,
}))
const fakes = await startFakes({ ...world, qualifications })
afterAll(() => fakes.close())

const limits = { connectMilliseconds: 200, wholeMilliseconds: 200 }
const http = createHttpClient({ callerId: 'test', attempts: 2, pauseMilliseconds: 1, limits })
const tools = { http, pollMilliseconds: 1 }
let secret = 'sana'
const connection = (register: Register): Connection => ({
  address: fakes.addresses[register],
  ...{ username: 'kone', secret, reach: 'loopback', organisationOid: provider },
})
const connect: Connect = (_providerId, register) => Promise.resolve(connection(register))

interface Student {
  readonly henkilö: { readonly oid: string }
  readonly opiskeluoikeudet: readonly {
    readonly oid: string
    readonly koulutustoimija: { readonly oid: string }
  }[]
}

const own = (world.students as unknown as Student[]).filter(student =>
  student.opiskeluoikeudet.some(right => right.koulutustoimija.oid === provider),
)
const ownRights = own
  .flatMap(student => student.opiskeluoikeudet)
  .map(right => right.oid)
  .sort()
const studyRightOids = (_provider: string, after: string, limit: number) =>
  Promise.resolve(ownRights.filter(oid => oid > after).slice(0, limit))

const fetchers: Readonly<Record<Register, Fetch>> = {
  eperusteet: fetchEperusteet(tools, connect),
  koodisto: fetchKoodisto(tools, connect, [...world.codeSets.keys()]),
  organisaatio: fetchOrganisaatio(tools, connect, () => Promise.resolve([provider])),
  koski: fetchKoski(tools, connect),
  ehoks: fetchEhoks(tools, connect, studyRightOids),
}
const trials = {
  eperusteet: tryEperusteet(tools),
  koodisto: tryKoodisto(tools),
  organisaatio: tryOrganisaatio(tools),
  koski: tryKoski(tools),
  ehoks: tryEhoks(tools),
}
const registers = Object.keys(fetchers) as Register[]

beforeEach(() => {
  for (const service of Object.keys(fakes.addresses) as ServiceName[])
    fakes.behave({ service, mode: 'normal' })
  secret = 'sana'
})

const contextWith = (signal: AbortSignal) => ({ providerId: newId(), signal }) as Parameters<Fetch>[0]
const context = contextWith(new AbortController().signal)

async function fetched(register: Register, from?: unknown): Promise<FetchedDocument[]> {
  return documentsIn(await all(fetchers[register](context, from)))
}

const documentsIn = (items: readonly FetchedItem[]) => items.filter(item => 'bytes' in item)
/** As it comes back from the database. */
const kept = (cursor: unknown): unknown => JSON.parse(JSON.stringify(cursor))

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const jsonIn = ({ bytes }: FetchedDocument): unknown => JSON.parse(Buffer.from(bytes).toString())

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof FetchFailure) return error.refusal.code
  return error instanceof ServiceFailure ? error.code : `no failure: ${error}`
}

describe('a service gives', () => {
  test('qualifications, each a document in the order of ids', async () => {
    const documents = await fetched('eperusteet')
    expect(documents.map(one => one.name)).toEqual(qualifications.map(one => `peruste-${one.id}.json`))
    expect(documents.map(one => readQualification(jsonIn(one)).ok)).toEqual([true, true, true, true, true])
  })

  test('code sets whole', async () => {
    const documents = await fetched('koodisto')
    expect(documents.map(one => one.name)).toEqual(
      [...world.codeSets.keys()].sort().map(set => `${set}.json`),
    )
    for (const document of documents) {
      expect(readCodeSet(jsonIn(document), { name: 'Koodisto', date: '2026-11-23' })).toMatchObject({
        ok: true,
        refused: [],
      })
    }
  })

  test('organisations, and the names over time of the providers here and all below them', async () => {
    const [tree, ...names] = await fetched('organisaatio')
    expect(tree && readHierarchy(jsonIn(tree))).toMatchObject({ ok: true, refused: [] })
    expect(names.map(one => isNameList(jsonIn(one)))).toEqual([true, true, true])
    const former = names.find(one => one.name === 'nimet-1.2.246.562.99.79486474750.json')
    expect(former && readNameList(jsonIn(former), '')).toMatchObject({
      value: { oid: '1.2.246.562.99.79486474750', names: [{}, {}] },
    })
  })

  test('the study rights of the provider, and of no other', async () => {
    const documents = await fetched('koski')
    const students = documents.flatMap(one => jsonIn(one) as unknown[])
    const rights = (students as Student[]).flatMap(student => student.opiskeluoikeudet)
    expect(rights.map(right => right.oid).sort()).toEqual(ownRights)
    expect(students.every(student => readKoskiRecord(student) !== undefined)).toBe(true)
    // Names and cursors are kept with the run: they tell of no person.
    expect(JSON.stringify(documents.map(({ cursor, name }) => [cursor, name]))).not.toContain('1.2.246.562')
  })

  test('the HOKSes of the study rights known here, in the form that an import reads', async () => {
    const documents = await fetched('ehoks')
    const plans = documents.flatMap(one => jsonIn(one) as { 'opiskeluoikeus-oid': string }[])
    const given = world.plans
      .map(plan => plan['opiskeluoikeus-oid'])
      .filter(oid => ownRights.includes(String(oid)))
    expect(plans.map(plan => plan['opiskeluoikeus-oid']).sort()).toEqual(given.sort())
    const today = plainDateOf('2026-11-23')
    for (const plan of plans) {
      const { plan: read } = validateNational(plan, {
        method: 'post',
        keepUnknown: true,
        today,
        studyRight: undefined,
      })
      expect(read).toMatchObject({ studyRightOid: plan['opiskeluoikeus-oid'], eid: expect.any(String) })
    }
  })

  test.each(registers)('%s nothing twice when it is gone on with from a cursor', async register => {
    const all = await fetched(register)
    const at = Math.floor((all.length - 1) / 2)
    const rest = await fetched(register, kept(all[at]?.cursor))
    expect(rest.map(one => one.bytes)).toEqual(all.slice(at + 1).map(one => one.bytes))
  })
})

describe('a service that', () => {
  const failing = [
    ['slow', 'service-slow'],
    ['down', 'service-failed'],
    ['refuse', 'service-unauthorized'],
    ['half', 'service-half'],
    ['garbage', 'service-not-json'],
    ['lose-answer', 'service-away'],
  ] as const
  test.each(registers.flatMap(register => failing.map(([mode, code]) => [register, mode, code] as const)))(
    'is %s and %s stops the run: %s',
    async (service, mode, code) => {
      fakes.behave({ service, mode, milliseconds: 400 })
      expect(await codeOf(fetched(service))).toBe(code)
      expect(await codeOf(trials[service](connection(service)))).toBe(code)
    },
  )

  test.each(registers)('fails once, as %s, is asked again', async service => {
    fakes.behave({ service, mode: 'lose-answer', times: 1 })
    expect((await fetched(service)).every(one => one.refusal === undefined)).toBe(true)
  })

  test.each([
    ['eperusteet', '/990003', 'peruste-990003.json'],
    ['koodisto', 'opintojenrahoitus', 'opintojenrahoitus.json'],
    ['organisaatio', '79486474750/nimet', 'nimet-1.2.246.562.99.79486474750.json'],
    ['ehoks', ownRights[1] ?? '', 'hoksit-1-1.json'],
  ] as const)(
    'gives garbage for one thing, as %s, is left without it, and told',
    async (service, path, name) => {
      fakes.behave({ service, mode: 'garbage', path })
      const documents = await fetched(service)
      const refused = documents.filter(one => one.refusal !== undefined)
      expect(refused.map(one => [one.name, one.refusal?.code])).toEqual([[name, 'service-not-json']])
      expect(documents.length).toBeGreaterThan(1)
      expect(JSON.stringify(refused.map(one => one.refusal))).not.toContain(ownRights[1])
    },
  )

  test('loses one student’s file gives the others', async () => {
    const oid = String(own[0]?.henkilö.oid)
    fakes.behave({ service: 'koski', mode: 'half', path: oid })
    const documents = await fetched('koski')
    expect(documents.flatMap(one => one.refusal?.code ?? [])).toEqual(['service-half'])
    expect(documents.flatMap(one => (one.refusal ? [] : (jsonIn(one) as unknown[])))).toHaveLength(
      ownRights.length - 1,
    )
    expect(JSON.stringify(documents.map(({ name, refusal }) => [name, refusal]))).not.toContain(oid)
  })
})

test.each(['koski', 'ehoks'] as const)('%s with a wrong password', async register => {
  secret = 'wrong'
  expect(await codeOf(fetched(register))).toBe('service-unauthorized')
  expect(await codeOf(trials[register](connection(register)))).toBe('service-unauthorized')
})

const emptyOrganisation: Connect = () =>
  Promise.resolve({ ...connection('koski'), organisationOid: '1.2.246.562.99.1' })

test('a Koski that gives nothing at all is not believed', async () => {
  expect(await codeOf(all(fetchKoski(tools, emptyOrganisation)(context, undefined)))).toBe('service-nothing')
})

test('another server is not taken for Koski', async () => {
  const other = { ...connection('koski'), address: fakes.addresses.organisaatio }
  expect(await codeOf(trials.koski(other))).toBe('service-unknown-form')
})

test('tickets that have run out are fetched anew', async () => {
  const fetching = fetchers.ehoks(context, undefined)
  const one = fetchEhoks(tools, connect, (id, after) => {
    fakes.expireTickets()
    return studyRightOids(id, after, 5)
  })
  const documents = documentsIn(await all(one(context, undefined)))
  const plans = documents.flatMap(document => jsonIn(document) as unknown[])
  expect(plans).toHaveLength(
    documentsIn(await all(fetching)).flatMap(document => jsonIn(document) as unknown[]).length,
  )
})

test('an answer to a bulk query that is lost finds the same query again', async () => {
  const before = fakes.asked.length
  fakes.behave({ service: 'koski', mode: 'lose-answer', times: 1 })
  await fetched('koski')
  const looked = fakes.asked.slice(before).filter(path => /massaluovutus\/[\w-]+$/.test(path))
  // Two forms of education are asked for, and each has one query.
  expect(new Set(looked).size).toBe(2)
})

test('HOKSes are numbered on when they are gone on with', async () => {
  const few = fetchEhoks(tools, connect, (id, after) => studyRightOids(id, after, 5))
  const whole = documentsIn(await all(few(context, undefined)))
  const rest = documentsIn(await all(few(context, kept(whole[0]?.cursor))))
  expect(whole.length).toBeGreaterThan(1)
  expect(rest.map(one => one.name)).toEqual(whole.slice(1).map(one => one.name))
})

describe('a bulk query of Koski', () => {
  test('is kept as soon as it has begun, and gone on with', async () => {
    const begun = await fetchers.koski(context, undefined)[Symbol.asyncIterator]().next()
    expect(begun.value).toEqual({
      cursor: { form: 0, queryId: expect.stringMatching(/./), done: 0, found: 0 },
    })
    const before = fakes.asked.length
    const rest = await fetched('koski', kept(begun.value.cursor))
    expect(rest.flatMap(one => jsonIn(one) as unknown[])).toHaveLength(own.length)
    // Only that of the other form of education is begun.
    expect(fakes.asked.slice(before).filter(path => path.endsWith('/massaluovutus'))).toHaveLength(1)
  })

  test('that is gone is begun anew, and what came of it is dropped', async () => {
    const whole = await all(fetchers.koski(context, undefined))
    const gone = { form: 1, queryId: 'gone', done: 3, found: 5 }
    const [first, ...rest] = await all(fetchers.koski(context, gone))
    expect(first).toEqual({ cursor: { form: 0, queryId: '', done: 0, found: 0 }, anew: true })
    expect(documentsIn(rest).map(one => one.name)).toEqual(documentsIn(whole).map(one => one.name))
  })

  test('gone on with in a form that has nothing is no empty register', async () => {
    const last = (await all(fetchers.koski(context, undefined))).at(-1)
    expect(last?.cursor).toMatchObject({ form: 1, found: expect.any(Number) })
    const empty = fetchKoski(tools, emptyOrganisation)(context, { form: 1, queryId: '', done: 0, found: 18 })
    expect(documentsIn(await all(empty))).toEqual([])
  })

  test('is no longer looked at when the fetch is to end', async () => {
    const ending = new AbortController()
    const slow = fetchKoski({ http, pollMilliseconds: 60_000 }, connect)
    const items = slow(contextWith(ending.signal), undefined)[Symbol.asyncIterator]()
    await items.next()
    const next = items.next()
    ending.abort()
    await expect(next).rejects.toThrow('aborted')
  })
})
