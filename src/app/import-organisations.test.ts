import { beforeAll, describe, expect, test } from 'vitest'
import { testService } from '../../test/harness/service.ts'
import type { ImportContext, InputDocument } from '../features/imports/contract-definition.ts'
import { openOrganisations } from '../features/organisations/public.ts'
import { successorOn } from '../features/organisations/rules-successors.ts'
import { makeStudent } from '../features/plans/factory.ts'
import { installation } from '../platform/access/installation.ts'
import { write } from '../platform/db/door.ts'
import { newId } from '../platform/ids.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { organisationsDefinition } from './import-organisations.ts'

const service = await testService()
const { database, owner } = service
const cache = openOrganisations(database)
const now = new Date('2026-11-23T10:00:00Z')
const context = (today = '2026-11-23'): ImportContext => ({
  runId: newId(),
  providerId: installation,
  audit: { actor: { kind: 'system', source: 'import', providerId: installation }, now },
  source: 'import',
  today: today as PlainDate,
  options: {},
})

const document = (json: unknown, name = 'a.json'): InputDocument => ({
  ...{ name, number: 1 },
  async *bytes() {
    yield Buffer.from(JSON.stringify(json))
  },
})

async function run(documents: InputDocument[], today?: string) {
  const examined = await organisationsDefinition.examine(documents, context(today))
  if (!examined.ok) return examined
  const refused = []
  const sum = { read: 0, written: 0, vanished: 0 }
  for await (const record of organisationsDefinition.records(documents, 0, context(today))) {
    refused.push(...(record.refused ?? []).map(one => one.code))
    if (!record.ok) continue
    const rows = await write(database, installation, transaction =>
      organisationsDefinition.store(transaction, [record], context(today)),
    )
    refused.push(...(rows.refused ?? []).map(one => one.code))
    sum.read += rows.read
    sum.written += rows.written
    sum.vanished += rows.vanished ?? 0
  }
  return { total: examined.total, ...sum, refused }
}

const node = (oid: string, fi: string, more: object = {}) => ({
  ...{ oid, nimi: { fi }, organisaatiotyypit: ['organisaatiotyyppi_02'], status: 'AKTIIVINEN' },
  ...more,
})
const hierarchy = (...organisaatiot: object[]) => document({ numHits: 1, organisaatiot })
const two = (...children: object[]) =>
  hierarchy(node('1.2.10', 'Emo', { children }), node('1.2.20', 'Toinen'))

beforeAll(() => owner.query('truncate organisation_successor, organisation_name, organisation'))

describe('importing organisations', () => {
  const [a, b] = [node('1.2.11', 'Aapeli', { alkuPvm: '1990-01-01' }), node('1.2.12', 'Beeta')]

  test('writes what changed, marks what vanished below a root that was told, and notices new names', async () => {
    expect(await run([two(a, b)])).toEqual({ total: 2, read: 4, written: 4, vanished: 0, refused: [] })
    const before = (await cache.refresh()).revision
    expect(await run([two(a, b)])).toMatchObject({ written: 0, vanished: 0 })
    expect((await cache.refresh()).revision).toBe(before)
    const renamed = { ...a, nimi: { fi: 'Alfa' } }
    const half = hierarchy(node('1.2.10', 'Emo', { children: [renamed] }))
    expect(await run([half], '2026-12-01')).toMatchObject({ read: 2, written: 1, vanished: 1 })
    const index = await cache.refresh()
    expect([index.find('1.2.12')?.vanished, index.find('1.2.20')?.vanished]).toEqual([true, false])
    expect(index.namesOn('1.2.11', '2026-11-30')?.fi).toBe('Aapeli')
    expect(index.namesOn('1.2.11', '2026-12-01')?.fi).toBe('Alfa')
    expect(await run([two(renamed, b)])).toMatchObject({ written: 1, vanished: 0 })
  })

  test("the register's own list of names takes the place of what was noticed", async () => {
    const nimet = [
      { nimi: { fi: 'Aapeli' }, alkuPvm: '1990-01-01' },
      { nimi: { fi: 'Alfa' }, alkuPvm: '2026-11-15' },
    ]
    const names = document({ oid: '1.2.11', nimet }, 'nimet-1.2.11.json')
    const unknown = document({ oid: '1.2.99', nimet }, 'nimet-1.2.99.json')
    // Names come first here, and their organisations after them.
    const fresh = [unknown, names, two({ ...a, nimi: { fi: 'Alfa' } }, b)]
    expect(await run(fresh)).toMatchObject({ total: 4, read: 5, written: 1, refused: ['no-organisation'] })
    const index = await cache.refresh()
    expect(index.namesOverTime('1.2.11').map(name => [name.startsOn, name.noticed])).toEqual([
      ['1990-01-01', undefined],
      ['2026-11-15', undefined],
    ])
    expect(await run([names])).toMatchObject({ read: 1, written: 0 })
  })

  test('what was refused has not vanished, and nothing has where a record tells not whose it is', async () => {
    const orphan = { ...b, parentOid: '1.2.77' }
    expect(await run([two(orphan)])).toMatchObject({ vanished: 1, refused: ['no-parent'] })
    expect((await cache.refresh()).find('1.2.12')?.vanished).toBe(false)
    await run([two({ ...a, nimi: { fi: 'Alfa' } }, b)])
    expect(await run([two({ nimi: { fi: 'Kuka?' } })])).toMatchObject({ vanished: 0, refused: ['no-oid'] })
  })

  test('a wrong file is refused before anything changes', async () => {
    expect(await run([two(a), document([{ koodiUri: 'x_1' }], 'b.json')])).toEqual({
      ok: false,
      document: 'b.json',
      refusal: { pointer: '', code: 'not-organisations' },
    })
  })
})

describe('asking for organisations', () => {
  test('a teacher finds them by words and numbers, and sees the tree', async () => {
    const provider = await service.provider()
    const teacher = await service.signIn(provider, ['teacher'])
    const list = (await teacher('GET', '/api/organisations?query=alf&active=true')).json()
    expect(list).toMatchObject({
      total: 1,
      items: [{ oid: '1.2.11', parent: { oid: '1.2.10' }, active: true }],
    })
    const paged = (await teacher('GET', '/api/organisations?limit=1')).json()
    expect([paged.items.length, paged.next]).toEqual([1, 1])
    const emo = (await teacher('GET', '/api/organisations/1.2.10')).json()
    expect(emo.children.map((child: { oid: string }) => child.oid)).toEqual(['1.2.11', '1.2.12'])
    const alfa = (await teacher('GET', '/api/organisations/1.2.11')).json()
    expect(alfa).toMatchObject({ parents: [{ oid: '1.2.10' }], permittedActions: [] })
    expect((await teacher('GET', '/api/organisations/1.2.404')).json().code).toBe('organisations.not-found')
    const { studentId } = await makeStudent(database, provider)
    const student = await service.signIn(provider, ['student'], studentId)
    expect((await student('GET', '/api/organisations')).statusCode).toBe(403)
    const body = { successors: [] }
    expect((await teacher('PUT', '/api/organisations/1.2.11/successors', body)).statusCode).toBe(403)
  })

  test('an operator tells who follows whom, and the database never hears of a circle', async () => {
    const provider = await service.provider()
    const operator = await service.signIn(provider, ['teacher'])
    await owner.query(
      `insert into assignment (person_id, provider_id, role)
       select person_id, $1, 'administrator' from session where provider_id = $2`,
      [installation, provider],
    )
    const put = (oid: string, ...successors: object[]) =>
      operator('PUT', `/api/organisations/${oid}/successors`, { successors })
    const from = { changesOn: '2027-01-01', source: 'OKM 1.12.2026' }
    expect((await put('1.2.12', { oid: '1.2.11', ...from })).statusCode).toBe(204)
    const circle = await put('1.2.11', { oid: '1.2.12', ...from })
    expect([circle.statusCode, circle.json()]).toMatchObject([
      422,
      { code: 'organisations.successor-cycle', pointer: '/successors/0/oid' },
    ])
    expect((await put('1.2.404')).statusCode).toBe(404)
    const shown = (await operator('GET', '/api/organisations/1.2.12')).json()
    expect(shown).toMatchObject({
      successors: [{ oid: '1.2.11', names: { fi: 'Alfa' }, ...from }],
      permittedActions: ['succeed'],
    })
    const { successions } = await cache.refresh()
    expect(['2026-12-31', '2027-01-01'].map(day => successorOn('1.2.12', day, successions))).toEqual([
      '1.2.12',
      '1.2.11',
    ])
    const { rows } = await owner.query(
      `select target_id, details from audit_event where provider_id = $1 and action = 'organisations.succeed'`,
      [provider],
    )
    expect(rows).toEqual([
      { target_id: '1.2.12', details: { before: [], after: [{ oid: '1.2.11', ...from }] } },
    ])
  })
})
