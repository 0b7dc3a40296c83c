import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { testApp, testOrigin } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { newProvider, signInAs } from '../../../test/harness/people.ts'
import { everyone, signedIn } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { dayOf } from '../../platform/time/plain-date.ts'

const { database, owner } = await testDatabase()
let moved = 0
const now = () => new Date(Date.now() + moved)
const clock: Clock = { now, today: () => dayOf(now()) }

const national = '/ehoks-virkailija-backend/api/v1'
const common = {
  tag: 'test',
  summary: 'Who asks',
  answers: { 200: Type.Any() },
  audit: notAudited('a test'),
} as const
/** Two routes under the national prefix that tell who asks: for the signed in, and for everyone. */
const routes: Endpoint[] = [
  endpoint({
    ...common,
    method: 'GET',
    path: `${national}/who`,
    access: signedIn('a test'),
    transaction: 'none',
    handle: async ({ actor }) => ({ body: actor }),
  }),
  publicEndpoint({
    ...common,
    method: 'GET',
    path: `${national}/open`,
    access: everyone('a test'),
    transaction: 'none',
    handle: async ({ actor }) => ({ body: actor }),
  }),
]
const app = await testApp(database, { clock, endpoints: () => routes })

async function register() {
  const provider = await newProvider(owner)
  const { headers } = await signInAs(owner, { roles: ['administrator'], providerId: provider.id })
  const payload = { source: 'wilma', name: 'Wilma' }
  const made = (await app.inject({ method: 'POST', url: '/api/api-keys', headers, payload })).json()
  const revoke = () => app.inject({ method: 'DELETE', url: `/api/api-keys/${made.id}`, headers })
  return {
    provider,
    headers,
    key: made.key,
    id: made.id,
    revoke,
    username: made.keyName,
    password: made.key.slice(-43),
  }
}

const form = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const grant = (credentials: { username: string; password: string }) =>
  form('/cas/v1/tickets', { username: credentials.username, password: credentials.password })
const pathOf = (location: unknown) => new URL(String(location)).pathname
async function serviceTicket(credentials: { username: string; password: string }) {
  const granted = await grant(credentials)
  return (await form(pathOf(granted.headers.location), { service: 'https://register.example' })).body
}
const who = (headers: Record<string, string>, route = 'who') =>
  app.inject({ url: `${national}/${route}`, headers })

describe('the ticket exchange', () => {
  test('leads from the halves of a key to a machine', async () => {
    const client = await register()
    const granted = await grant(client)
    expect(granted.statusCode).toBe(201)
    expect(granted.headers.location).toMatch(new RegExp(`^${testOrigin}/cas/v1/tickets/TGT-[\\w-]+$`))
    expect(granted.body).toContain(`action="${granted.headers.location}"`)
    const service = await form(pathOf(granted.headers.location), { service: `${testOrigin}/ehoks` })
    expect([service.statusCode, service.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(service.body).toMatch(/^ST-[\w-]+$/)
    const answer = await who({ ticket: service.body, 'caller-id': 'wilma' })
    expect(answer.json()).toEqual({
      kind: 'machine',
      id: client.id,
      source: 'wilma',
      providerId: client.provider.id,
    })
  })

  test('gives tickets that may be sent again for ten minutes', async () => {
    const headers = { ticket: await serviceTicket(await register()), 'caller-id': 'x' }
    expect([(await who(headers)).statusCode, (await who(headers)).statusCode]).toEqual([200, 200])
    moved = 9 * 60_000
    expect((await who(headers)).statusCode).toBe(200)
    moved = 10 * 60_000 + 1_000
    expect((await who(headers)).json().code).toBe('access.ticket-invalid')
    moved = 0
  })

  test('gives service tickets for eight hours', async () => {
    const { headers } = await grant(await register())
    const ask = async () => (await form(pathOf(headers.location), { service: 'x' })).statusCode
    moved = 8 * 3_600_000 - 1_000
    expect(await ask()).toBe(200)
    moved = 8 * 3_600_000 + 1_000
    expect(await ask()).toBe(404)
    moved = 0
  })

  test('ends with its key, at once', async () => {
    const client = await register()
    const granted = await grant(client)
    const headers = { ticket: await serviceTicket(client), 'caller-id': 'x' }
    expect((await who(headers)).statusCode).toBe(200)
    await client.revoke()
    expect((await who(headers)).statusCode).toBe(401)
    expect((await form(pathOf(granted.headers.location), { service: 'x' })).statusCode).toBe(404)
    expect((await grant(client)).statusCode).toBe(401)
  })

  test('ends when the register says so', async () => {
    const granted = await grant(await register())
    const url = pathOf(granted.headers.location)
    const end = () => app.inject({ method: 'DELETE', url })
    const ended = await end()
    expect([ended.statusCode, ended.body]).toEqual([200, url.split('/').at(-1)])
    expect((await form(url, { service: 'x' })).statusCode).toBe(404)
    expect((await end()).statusCode).toBe(404)
  })

  test('refuses in plain text what is wrong or missing', async () => {
    const client = await register()
    const cases: [number, ReturnType<typeof form>][] = [
      [401, grant({ ...client, password: 'A'.repeat(43) })],
      [401, grant({ username: 'wilma', password: 'secret' })],
      [400, form('/cas/v1/tickets', { username: client.username })],
      [400, form('/cas/v1/tickets', {})],
      [404, form('/cas/v1/tickets/TGT-x', { service: 'x' })],
      [404, form(`/cas/v1/tickets/${await serviceTicket(client)}`, { service: 'x' })],
      [400, form(pathOf((await grant(client)).headers.location), {})],
    ]
    for (const [status, asked] of cases) {
      const answer = await asked
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        status,
        'text/plain; charset=utf-8',
      ])
      expect(answer.body).not.toMatch(/^["{]/)
    }
  })

  test('stores hashes only', async () => {
    const ticket = await serviceTicket(await register())
    const { rows } = await owner.query('select * from service_ticket')
    expect(JSON.stringify(rows)).not.toContain(ticket.slice(-43))
  })

  test('clears away what has run out', async () => {
    const client = await register()
    await serviceTicket(client)
    moved = 24 * 3_600_000
    await grant(client)
    moved = 0
    const { rows } = await owner.query('select kind from service_ticket where provider_id = $1', [
      client.provider.id,
    ])
    expect(rows).toEqual([{ kind: 'granting' }])
  })
})

describe('a national route', () => {
  const refusals: [string, Record<string, string>, string][] = [
    ['nothing', {}, 'access.caller-id-missing'],
    ['a ticket and no caller', { ticket: 'ST-x' }, 'access.caller-id-missing'],
    ['a caller and no ticket', { 'caller-id': 'x' }, 'access.ticket-missing'],
    ['a wrong ticket', { 'caller-id': 'x', ticket: 'ST-x' }, 'access.ticket-invalid'],
    ['a wrong key', { authorization: 'Bearer x' }, 'access.key-invalid'],
  ]
  test.each(refusals)('refuses %s', async (_case, headers, code) => {
    const answer = await who(headers)
    expect([answer.statusCode, answer.json().code]).toEqual([401, code])
  })

  test('takes no granting ticket for a service ticket', async () => {
    const granted = await grant(await register())
    const ticket = pathOf(granted.headers.location).split('/').at(-1) ?? ''
    for (const text of [ticket, ticket.replace(/^TGT/, 'ST')]) {
      expect((await who({ 'caller-id': 'x', ticket: text })).json().code).toBe('access.ticket-invalid')
    }
  })

  test('takes an API key without ticket and caller', async () => {
    const { key, id } = await register()
    expect((await who({ authorization: `Bearer ${key}` })).json()).toMatchObject({ kind: 'machine', id })
  })

  test('knows no sessions', async () => {
    const { headers } = await register()
    expect((await who(headers)).json().code).toBe('access.caller-id-missing')
    expect((await who({ ...headers, 'caller-id': 'x' })).json().code).toBe('access.ticket-missing')
  })

  test('that is open to everyone still asks who calls', async () => {
    expect((await who({}, 'open')).json().code).toBe('access.caller-id-missing')
    expect((await who({ 'caller-id': 'x' }, 'open')).json()).toEqual({ kind: 'nobody' })
    expect((await who({ 'caller-id': 'x', ticket: 'ST-x' }, 'open')).statusCode).toBe(401)
  })
})

test('tickets open nothing beside the national routes', async () => {
  const headers = { ticket: await serviceTicket(await register()), 'caller-id': 'x' }
  expect((await app.inject({ url: '/api/api-keys', headers })).json().code).toBe('access.sign-in-needed')
})
