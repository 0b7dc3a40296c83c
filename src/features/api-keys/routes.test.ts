import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { atOnce, auditOf, newProvider, type SignedIn, signInAs } from '../../../test/harness/people.ts'
import { type Role, roles } from '../../platform/access/actor.ts'
import { newId } from '../../platform/ids.ts'
import { settingsRoutes } from '../settings/routes.ts'

const { database, owner } = await testDatabase()
const app = await testApp(database, { endpoints: () => settingsRoutes() })

async function administrator(role: Role = 'administrator') {
  const provider = await newProvider(owner)
  return { provider, ...(await signInAs(owner, { roles: [role], providerId: provider.id })) }
}

const create = ({ headers }: Pick<SignedIn, 'headers'>, source = 'wilma', name = 'Wilman avain') =>
  app.inject({ method: 'POST', url: '/api/api-keys', headers, payload: { source, name } })
const list = ({ headers }: Pick<SignedIn, 'headers'>) => app.inject({ url: '/api/api-keys', headers })
const revoke = ({ headers }: Pick<SignedIn, 'headers'>, id: string) =>
  app.inject({ method: 'DELETE', url: `/api/api-keys/${id}`, headers })
/** A valid key is somebody: what it may not do is forbidden. One that is not valid is refused. */
const tryKey = async (key: string) => {
  const answer = await app.inject({ url: '/api/settings', headers: { authorization: `Bearer ${key}` } })
  return [answer.statusCode, answer.json().code]
}

const valid = [403, 'access.forbidden']
const refused = [401, 'access.key-invalid']

describe('an API key', () => {
  test('is made, told once, and opens the door', async () => {
    const who = await administrator()
    const answer = await create(who)
    expect(answer.statusCode).toBe(201)
    const made = answer.json()
    expect(made).toMatchObject({ source: 'wilma', name: 'Wilman avain' })
    expect(made.key.startsWith(`${made.keyName}_`)).toBe(true)
    expect(await tryKey(made.key)).toEqual(valid)
    const { key: _key, ...shown } = made
    const listed = await list(who)
    expect(listed.json()).toEqual({ items: [shown] })
    expect(listed.body).not.toContain(made.key)
    expect(await auditOf(owner, who.provider.id, 'api-keys.create')).toEqual([
      { actor_kind: 'person', actor_id: who.personId, target_id: made.id, details: { source: 'wilma' } },
    ])
  })

  test('is stored as a hash only', async () => {
    const who = await administrator()
    const { key, id } = (await create(who)).json()
    const { rows } = await owner.query('select * from api_key where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(key.slice(-43))
    expect(rows[0].secret_hash).toHaveLength(32)
  })

  test('that was revoked works no more, at once', async () => {
    const who = await administrator()
    const { key, id } = (await create(who)).json()
    expect(await tryKey(key)).toEqual(valid)
    expect((await revoke(who, id)).statusCode).toBe(204)
    expect(await tryKey(key)).toEqual(refused)
    expect((await list(who)).json().items[0]).toMatchObject({ id, revokedAt: expect.any(String) })
    expect((await revoke(who, id)).statusCode).toBe(204)
    expect(await auditOf(owner, who.provider.id, 'api-keys.revoke')).toHaveLength(1)
  })

  test('is changed without a break: two are valid at once for a source, not three', async () => {
    const who = await administrator()
    const [first, second] = [(await create(who)).json(), (await create(who)).json()]
    const third = await create(who)
    expect([third.statusCode, third.json().code]).toEqual([409, 'api-keys.too-many'])
    expect(third.json().title).toContain('wilma on jo 2')
    expect((await create(who, 'studenta')).statusCode).toBe(201)
    await revoke(who, first.id)
    expect((await create(who)).statusCode).toBe(201)
    expect(await tryKey(second.key)).toEqual(valid)
  })

  test('made by two at once is still no third', async () => {
    const who = await administrator()
    await create(who)
    const provider = { text: 'select from provider where id = $1 for update', values: [who.provider.id] }
    const answers = await atOnce(owner, provider, 3, () =>
      Promise.all([create(who), create(who), create(who)]),
    )
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([201, 409, 409])
  })

  test.each(['nonsense', 'yhd_', `yhd_${'A'.repeat(43)}_${'A'.repeat(43)}`])(
    'like %s is refused',
    async key => {
      expect(await tryKey(key)).toEqual(refused)
    },
  )

  test('with another secret, or of another provider, is refused', async () => {
    const [mine, other] = [await administrator(), await administrator()]
    const [key, foreign] = [(await create(mine)).json(), (await create(other)).json()]
    expect(await tryKey(`${key.keyName}_${'A'.repeat(43)}`)).toEqual(refused)
    expect(await tryKey(`${foreign.keyName}_${key.key.slice(-43)}`)).toEqual(refused)
  })

  test('in another scheme is refused, also where nobody need be signed in', async () => {
    const answer = await app.inject({ url: '/api/session', headers: { authorization: 'Basic eDp5' } })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'access.key-invalid'])
  })

  test('goes before a session', async () => {
    const who = await administrator()
    const headers = { ...who.headers, authorization: 'Bearer nonsense' }
    expect((await app.inject({ url: '/api/api-keys', headers })).statusCode).toBe(401)
  })

  test.each([
    [{ source: 'Wilma', name: 'x' }, '/source'],
    [{ source: 'w', name: 'x' }, '/source'],
    [{ source: 'wilma', name: ' ' }, '/name'],
    [{ source: 'wilma' }, '/name'],
    [{ source: 'wilma', name: 'x', more: 1 }, '/more'],
  ])('asked for as %j is refused at %s', async (payload, pointer) => {
    const { headers } = await administrator()
    const answer = await app.inject({ method: 'POST', url: '/api/api-keys', headers, payload })
    expect([answer.statusCode, answer.json().pointer]).toEqual([400, pointer])
  })
})

describe('keys of a provider', () => {
  test('are not another one’s to see or revoke', async () => {
    const [mine, other] = [await administrator(), await administrator()]
    const { id, key } = (await create(mine)).json()
    expect((await list(other)).json()).toEqual({ items: [] })
    expect((await revoke(other, id)).statusCode).toBe(404)
    expect(await tryKey(key)).toEqual(valid)
    expect((await revoke(mine, newId())).statusCode).toBe(404)
    expect((await revoke(mine, 'x')).statusCode).toBe(404)
  })

  test.each(roles.filter(role => role !== 'administrator'))('are not for the role %s', async role => {
    const who = await administrator(role)
    const answers = [await create(who), await list(who), await revoke(who, newId())]
    expect(answers.map(answer => answer.statusCode)).toEqual([403, 403, 403])
  })

  test('are for nobody who is not signed in', async () => {
    expect((await app.inject('/api/api-keys')).json().code).toBe('access.sign-in-needed')
  })
})
