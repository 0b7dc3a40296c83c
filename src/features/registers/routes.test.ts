import { describe, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import { roles } from '../../platform/access/actor.ts'
import { installation } from '../../platform/access/installation.ts'
import type { RegisterChange, RegisterList, RegisterView } from './contract.ts'
import { natures, usualSetting } from './rules.ts'

const service = await testService({ secretKey: 'k'.repeat(32) })
const strict = await testService({ reach: 'public' })
const { owner } = service

/** An operator is an administrator of the installation who works at a provider. */
async function operator(roles: readonly ('teacher' | 'administrator')[] = ['teacher']): Promise<Client> {
  const client = await service.signIn(await service.provider(), roles)
  await owner.query(
    `insert into assignment (person_id, provider_id, role)
     select person_id, $1, 'administrator' from session order by created_at desc limit 1`,
    [installation],
  )
  return client
}

async function administrator() {
  const provider = await service.provider()
  return { provider, client: await service.signIn(provider, ['administrator']) }
}

const listed = async (client: Client): Promise<RegisterView[]> =>
  (await client('GET', '/api/registers')).json<RegisterList>().items

const view = async (client: Client, register: string): Promise<RegisterView | undefined> =>
  (await listed(client)).find(one => one.register === register)

const koski: RegisterChange = {
  address: 'http://127.0.0.1:9/koski',
  username: 'kone',
  secret: 'sälässänä-1',
  schedule: 'daily',
  hour: 4,
  weekday: 1,
  version: 0,
}
const put = (client: Client, register: string, body: object) =>
  client('PUT', `/api/registers/${register}`, body)

describe('the list', () => {
  test('shows an administrator all registers, and what may be done with the own ones', async () => {
    const { client } = await administrator()
    const items = await listed(client)
    expect(items.map(one => [one.register, one.national, one.version, one.permittedActions])).toEqual([
      ['eperusteet', true, 0, []],
      ['koodisto', true, 0, []],
      ['organisaatio', true, 0, []],
      ['koski', false, 0, ['change', 'run', 'upload']],
      ['ehoks', false, 0, ['change', 'run', 'upload']],
    ])
    expect(items[0]).toMatchObject({ address: natures.eperusteet.address, schedule: 'off', hasSecret: false })
  })

  test('shows an operator who is no administrator the national ones', async () => {
    const items = await listed(await operator())
    expect(items.map(one => one.register)).toEqual(['eperusteet', 'koodisto', 'organisaatio'])
    expect(items[0]?.permittedActions).toEqual(['change', 'run', 'upload'])
  })

  test.each(roles.filter(role => role !== 'administrator' && role !== 'student'))(
    'is not for the role %s',
    async role => {
      const client = await service.signIn(await service.provider(), [role])
      expect((await client('GET', '/api/registers')).statusCode).toBe(403)
      expect((await put(client, 'koski', koski)).statusCode).toBe(403)
      expect((await client('POST', '/api/registers/koski/run')).statusCode).toBe(403)
      expect((await client('POST', '/api/registers/koski/try')).statusCode).toBe(403)
    },
  )
})

describe('a change', () => {
  test('is kept, told without its password, and marked without it', async () => {
    const { client, provider } = await administrator()
    const answer = await put(client, 'koski', koski)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      { username: 'kone', hasSecret: true, schedule: 'daily', hour: 4, version: 1 },
    ])
    expect(answer.json<RegisterView>().nextDueAt).toMatch(/T0[12]:00:00.000Z$/)
    const rows = await owner.query('select * from register_setting where provider_id = $1', [provider])
    const marks = await auditOf(owner, provider, 'registers.change')
    expect(marks).toMatchObject([
      {
        target_id: 'koski',
        details: { register: 'koski', changed: ['address', 'username', 'schedule', 'hour', 'secret'] },
      },
    ])
    const everything = JSON.stringify([answer.body, rows.rows, marks, service.log, await listed(client)])
    expect(rows.rows[0]?.sealed_secret).toMatch(/^v1\./)
    expect(everything).not.toContain('sälässänä-1')
  })

  test('keeps the password where none is given, and takes it away when told so', async () => {
    const { client, provider } = await administrator()
    await put(client, 'koski', koski)
    const { secret: _, ...same } = koski
    const kept = await put(client, 'koski', { ...same, hour: 5, version: 1 })
    expect(kept.json()).toMatchObject({ hasSecret: true, hour: 5, version: 2 })
    const gone = await put(client, 'koski', { ...same, secret: null, version: 2 })
    expect(gone.json()).toMatchObject({ hasSecret: false, version: 3 })
    expect((await auditOf(owner, provider, 'registers.change')).map(mark => mark.details)).toMatchObject([
      {},
      { changed: ['hour'] },
      { changed: ['hour', 'secret'] },
    ])
  })

  test('of an older version is refused, and of two at once one is', async () => {
    const { client } = await administrator()
    const answers = await Promise.all([1, 2].map(() => put(client, 'koski', koski)))
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409])
    const late = await put(client, 'koski', koski)
    expect(late.json()).toMatchObject({ status: 409, code: 'registers.changed-since', pointer: '/version' })
  })

  test('of one provider is not another’s', async () => {
    const [mine, other] = [await administrator(), await administrator()]
    await put(mine.client, 'koski', koski)
    expect(await view(other.client, 'koski')).toMatchObject({ version: 0, hasSecret: false })
  })

  test('of a national register is an operator’s, stands for all, and is marked at the installation', async () => {
    const { client } = await administrator()
    const change = {
      ...usualSetting('koodisto'),
      address: 'http://localhost:9/k',
      schedule: 'weekly',
      weekday: 7,
    }
    const { address, hour, schedule, version, weekday } = change
    const sent = { address, hour, schedule, version, weekday }
    expect((await put(client, 'koodisto', sent)).statusCode).toBe(403)
    expect((await client('POST', '/api/registers/koodisto/run')).statusCode).toBe(403)
    const before = (await auditOf(owner, installation, 'registers.change')).length
    expect((await put(await operator(), 'koodisto', sent)).statusCode).toBe(200)
    expect(await view(client, 'koodisto')).toMatchObject({ address, weekday: 7, version: 1 })
    expect(await auditOf(owner, installation, 'registers.change')).toHaveLength(before + 1)
    expect((await put(await operator(), 'koski', koski)).statusCode).toBe(403)
  })

  test.each([
    [{ address: 'https://elsewhere.example/koski' }, 'registers.address-private', '/address'],
    [{ address: 'http://10.0.0.1/koski' }, 'registers.address-not-https', '/address'],
    [{ address: 'http://a:b@127.0.0.1/koski' }, 'registers.address-has-credentials', '/address'],
    [{ username: undefined }, 'registers.secret-without-username', '/username'],
    [{ hour: 24 }, 'request.body', '/hour'],
    [{ weekday: 0 }, 'request.body', '/weekday'],
  ])('that cannot be is refused with its place: %o', async (given, code, pointer) => {
    const { client } = await administrator()
    const answer = await put(client, 'koski', { ...koski, ...given })
    expect(answer.json()).toMatchObject({ status: 400, code, pointer })
  })

  test('to another server asks for the password again', async () => {
    const { client } = await administrator()
    await put(client, 'koski', koski)
    const { secret: _, ...moved } = { ...koski, address: 'http://127.0.0.1:10/koski', version: 1 }
    expect((await put(client, 'koski', moved)).json()).toMatchObject({ code: 'registers.secret-needed' })
  })
})

test('a provider may not name private addresses where the configuration does not allow it', async () => {
  const client = await strict.signIn(await strict.provider(), ['administrator'])
  for (const address of [
    'https://127.0.0.1/koski',
    'https://192.168.1.1',
    'http://localhost:1/',
    'https://[fd00::1]/',
  ]) {
    const answer = await put(client, 'koski', { ...koski, address })
    expect(answer.json(), address).toMatchObject({ status: 400, code: 'registers.address-private' })
  }
  const answer = await put(client, 'koski', { ...koski, address: 'https://koski.example' })
  expect(answer.json()).toMatchObject({ status: 409, code: 'registers.no-secret-key', pointer: '/secret' })
})

describe('asking', () => {
  test('now asks for one run, and tells of it again while it waits', async () => {
    const { client, provider } = await administrator()
    const [first, second] = await Promise.all([1, 2].map(() => client('POST', '/api/registers/koski/run')))
    expect([first?.statusCode, second?.statusCode].sort()).toEqual([200, 202])
    expect(first?.json()).toEqual(second?.json())
    const { rows } = await owner.query(
      'select kind, origin, source, options from import_run where provider_id = $1',
      [provider],
    )
    expect(rows).toEqual([
      { kind: 'koski', origin: 'page', source: 'virkailija.opintopolku.fi', options: { whole: true } },
    ])
    expect(await auditOf(owner, provider, 'registers.run')).toHaveLength(1)
    expect((await view(client, 'koski'))?.lastRun).toMatchObject({ origin: 'page', position: 0 })
  })

  test('to see tells what happened, and leaves a mark', async () => {
    const { client, provider } = await administrator()
    const none = await client('POST', '/api/registers/koski/try')
    expect(none.json()).toMatchObject({ answers: false, text: expect.stringContaining('käyttäjätunnusta') })
    await put(client, 'koski', koski)
    const away = await client('POST', '/api/registers/koski/try')
    expect(away.json()).toMatchObject({ answers: false, host: '127.0.0.1:9', username: 'kone' })
    expect(away.json().text).toBe(
      'Palvelin 127.0.0.1:9 ei vastaa (/koski/api/massaluovutus/00000000-0000-0000-0000-000000000000).',
    )
    expect((await auditOf(owner, provider, 'registers.try')).map(mark => mark.details)).toEqual([
      { register: 'koski', answers: false },
      { register: 'koski', answers: false },
    ])
  })
})

test('one that was refused does not hide when data were last brought in well', async () => {
  const { client, provider } = await administrator()
  const ended = (state: string, at: string) =>
    owner.query(
      `insert into import_run (provider_id, id, kind, origin, source, state, requested_at, finished_at)
       values ($1, gen_random_uuid(), 'koski', 'page', 'a', $2, $3, $3)`,
      [provider, state, at],
    )
  await ended('refused', '2026-10-01T10:00:00Z')
  expect(await view(client, 'koski')).not.toHaveProperty('lastDone')
  await ended('done', '2026-10-02T10:00:00Z')
  await ended('refused', '2026-10-03T10:00:00Z')
  expect(await view(client, 'koski')).toMatchObject({
    lastRun: { state: 'refused' },
    lastDone: '2026-10-02T10:00:00.000Z',
  })
})
