import Fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { testApp, testOrigin } from '../../test/harness/app.ts'
import { openBrowser } from '../../test/harness/browser.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { assign, auditOf, newPerson, newProvider } from '../../test/harness/people.ts'
import { createOpenId } from '../platform/auth/openid.ts'
import { newId } from '../platform/ids.ts'
import { silentLog } from '../platform/log/log.ts'
import type { Clock } from '../platform/time/clock.ts'
import { dayOf } from '../platform/time/plain-date.ts'
import { createIdentity } from './identity.ts'

const { database, owner } = await testDatabase()
let moved = 0
const now = () => new Date(Date.now() + moved)
const clock: Clock = { now, today: () => dayOf(now()) }
const app = await testApp(database, { clock })

const browser = (server: FastifyInstance = app) => openBrowser(server)

async function sessionOf(cookie: string) {
  return (await app.inject({ url: '/api/session', headers: { cookie } })).json()
}

async function persona(roles: readonly ('teacher' | 'administrator')[] = ['teacher']) {
  const provider = await newProvider(owner, 'Alku')
  return { provider, ...(await newPerson(owner, { roles, providerId: provider.id, name: 'Aino Alku' })) }
}

describe('signing in through OpenID Connect', () => {
  test('goes all the way round and starts a session', async () => {
    const { provider, subject, id } = await persona(['teacher', 'administrator'])
    const visitor = browser()
    const { answer, visited } = await visitor.follow(
      `/auth/sign-in?persona=${subject}&returnTo=/plans/1?tab=x`,
    )
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/plans/1?tab=x')
    expect(visited.at(0)).toBe('/oidc/auth')
    expect(visited.at(-2)).toBe('/auth/callback')
    expect(visitor.jar.has('yhdessa_sign_in')).toBe(false)
    const cookie = `yhdessa_session=${visitor.jar.get('yhdessa_session')?.value}`
    expect(await sessionOf(cookie)).toMatchObject({
      signedIn: true,
      demo: true,
      user: { id, name: 'Aino Alku' },
      roles: ['teacher', 'administrator'],
      provider: { id: provider.id, names: { fi: 'Alku' } },
      providers: [{ id: provider.id, roles: ['teacher', 'administrator'] }],
      language: 'fi',
      today: dayOf(new Date()),
    })
    expect(await auditOf(owner, provider.id, 'sessions.start')).toMatchObject([
      { actor_kind: 'person', actor_id: id },
    ])
  })

  test('the cookie is closed to scripts, and the database holds no secret', async () => {
    const { subject } = await persona()
    const { answer } = await browser().follow(`/auth/sign-in?persona=${subject}`)
    const line = [answer.headers['set-cookie']].flat().find(text => text?.startsWith('yhdessa_session='))
    expect(line).toMatch(/^yhdessa_session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    const secret = /=([\w-]{43});/.exec(line ?? '')?.[1] ?? ''
    const { rows } = await owner.query('select 1 from session where csrf_token = $1 or id_token = $1', [
      secret,
    ])
    expect(rows).toEqual([])
  })

  test('over https the cookie goes over https only', async () => {
    const server = await testApp(database, { auth: { publicUrl: 'https://yhdessa.test' } })
    const { subject } = await persona()
    const { answer } = await browser(server).follow(`/auth/sign-in?persona=${subject}`)
    expect([answer.headers['set-cookie']].flat().every(line => line?.endsWith('; Secure'))).toBe(true)
  })

  test('a second sign-in takes the new person, and ends the first session', async () => {
    const [first, second] = [await persona(), await persona()]
    const visitor = browser()
    await visitor.follow(`/auth/sign-in?persona=${first.subject}`)
    const before = `yhdessa_session=${visitor.jar.get('yhdessa_session')?.value}`
    await visitor.follow(`/auth/sign-in?persona=${second.subject}`)
    const after = `yhdessa_session=${visitor.jar.get('yhdessa_session')?.value}`
    expect(await sessionOf(before)).toMatchObject({ signedIn: false })
    expect(await sessionOf(after)).toMatchObject({ user: { id: second.id } })
  })

  test('without a persona the demo shows the page where one is chosen', async () => {
    const answer = await browser().get('/auth/sign-in?returnTo=/students')
    expect(answer.headers.location).toBe('/?returnTo=%2Fstudents')
  })

  test('an unknown persona is led back to the choice', async () => {
    const { answer, visited } = await browser().follow('/auth/sign-in?persona=nobody-at-all')
    expect(visited.at(-1)).toBe('/')
    expect(answer.cookies.some(({ name }) => name === 'yhdessa_session')).toBe(false)
  })

  test('a person without any role is told so, in their language', async () => {
    const { subject, id } = await persona()
    await owner.query('delete from assignment where person_id = $1', [id])
    const { answer } = await browser().follow(`/auth/sign-in?persona=${subject}`)
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('Sinulla ei ole vielä roolia')
    expect(answer.body).toContain(`href="${testOrigin}/auth/sign-in"`)
  })

  test('an answer that another browser began is refused', async () => {
    const { subject } = await persona()
    const [mine, other] = [browser(), browser()]
    let location = String((await mine.get(`/auth/sign-in?persona=${subject}`)).headers.location)
    while (!location.includes('/auth/callback'))
      location = String((await mine.get(location)).headers.location)
    expect((await other.get(location)).statusCode).toBe(400)
    await other.get(`/auth/sign-in?persona=${subject}`)
    expect((await other.get(location)).statusCode).toBe(400)
    expect((await mine.get(location)).statusCode).toBe(303)
  })

  test('an answer that comes too late is refused', async () => {
    const { subject } = await persona()
    const visitor = browser()
    let location = String((await visitor.get(`/auth/sign-in?persona=${subject}`)).headers.location)
    while (!location.includes('/auth/callback'))
      location = String((await visitor.get(location)).headers.location)
    moved = 11 * 60_000
    const answer = await visitor.get(location)
    moved = 0
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('Kirjautuminen jäi kesken')
  })
})

describe('an OpenID provider of one’s own', () => {
  const openId = { issuer: 'http://localhost:1/realm', clientId: 'us', clientSecret: 'secret' }

  test('that is away is told so with 503, and asked again at the next sign-in', async () => {
    const server = await testApp(database, { auth: { openId } })
    for (const _attempt of [1, 2]) {
      const answer = await server.inject({ url: '/auth/sign-in', headers: { 'accept-language': 'sv' } })
      expect(answer.statusCode).toBe(503)
      expect(answer.headers['retry-after']).toBeDefined()
      expect(answer.body).toContain('Inloggningstjänsten svarar inte')
    }
  })

  test('that comes back is found again', async () => {
    const identity = createIdentity({
      publicUrl: testOrigin,
      log: silentLog,
      personaName: async () => undefined,
    })
    const client = createOpenId(identity.settings)
    await expect(client.start()).rejects.toMatchObject({ code: 'access.identity-away', status: 503 })
    const server = Fastify()
    await identity.mount(server)
    const { url, pending } = await client.start({ hint: 'aino' })
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${testOrigin}/auth/callback`,
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
      login_hint: 'aino',
    })
    await server.close()
  })

  test('turns the personas off', async () => {
    const server = await testApp(database, { auth: { openId } })
    expect((await server.inject('/api/personas')).statusCode).toBe(404)
    expect((await server.inject('/oidc/.well-known/openid-configuration')).statusCode).toBe(404)
    expect((await server.inject('/api/session')).json()).toEqual({
      signedIn: false,
      demo: false,
      language: 'fi',
    })
  })

  test('must be reached over https', async () => {
    const insecure = { ...openId, issuer: 'http://login.example.fi' }
    await expect(testApp(database, { auth: { openId: insecure } })).rejects.toThrow('https')
  })
})

describe('a session', () => {
  async function signedIn() {
    const who = await persona(['administrator'])
    const visitor = browser()
    await visitor.follow(`/auth/sign-in?persona=${who.subject}`)
    const cookie = `yhdessa_session=${visitor.jar.get('yhdessa_session')?.value}`
    const session = (await sessionOf(cookie)) as { csrfToken: string }
    return { ...who, cookie, headers: { cookie, 'x-csrf-token': session.csrfToken } }
  }

  test('ends twelve hours after signing in', async () => {
    const { cookie } = await signedIn()
    moved = 12 * 3_600_000 - 60_000
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: true })
    moved = 12 * 3_600_000 + 1_000
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: false })
    moved = 0
  })

  test('ends at once when its person signs out', async () => {
    const { cookie, headers, provider } = await signedIn()
    const answer = await app.inject({ method: 'POST', url: '/auth/sign-out', headers })
    expect(answer.json()).toEqual({ next: '/' })
    expect(answer.headers['set-cookie']).toMatch(/^yhdessa_session=; Path=\/; Max-Age=0/)
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: false })
    expect(await auditOf(owner, provider.id, 'sessions.end')).toHaveLength(1)
    expect((await app.inject({ method: 'POST', url: '/auth/sign-out', headers })).statusCode).toBe(200)
  })

  test('goes to another of its person’s providers, where the roles are others', async () => {
    const { headers, id, cookie, provider } = await signedIn()
    const second = await newProvider(owner, 'Toinen')
    await assign(owner, id, { roles: ['teacher', 'guidance'], providerId: second.id })
    const choose = (providerId: string) =>
      app.inject({ method: 'POST', url: '/api/session/provider', headers, payload: { providerId } })
    expect((await choose(second.id)).statusCode).toBe(204)
    expect(await sessionOf(cookie)).toMatchObject({
      provider: { id: second.id },
      roles: ['teacher', 'guidance'],
      providers: [{ id: provider.id }, { id: second.id }],
    })
    expect(await auditOf(owner, second.id, 'sessions.choose-provider')).toMatchObject([{ actor_id: id }])
    const foreign = await newProvider(owner, 'Vieras')
    for (const providerId of [foreign.id, newId()]) {
      const refused = await choose(providerId)
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'sessions.not-your-provider'])
    }
    expect(await sessionOf(cookie)).toMatchObject({ provider: { id: second.id } })
  })

  test('has the language that its reader chose', async () => {
    const { headers, cookie } = await signedIn()
    const choose = (language: string) =>
      app.inject({ method: 'PUT', url: '/api/session/language', headers, payload: { language } })
    expect((await choose('sv')).statusCode).toBe(204)
    expect(await sessionOf(cookie)).toMatchObject({ language: 'sv' })
    const refused = await choose('de')
    expect(refused.statusCode).toBe(400)
    expect(refused.json()).toMatchObject({ code: 'request.body', pointer: '/language' })
    expect(refused.headers['content-language']).toBe('sv')
  })

  const foreignPages: [string, Record<string, string | undefined>][] = [
    ['without the token', { 'x-csrf-token': undefined }],
    ['with a wrong token', { 'x-csrf-token': 'x'.repeat(43) }],
    ['from another origin', { origin: 'https://elsewhere.example' }],
    ['from no origin that is told', { origin: 'null' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour site', { 'sec-fetch-site': 'same-site' }],
  ]
  test.each(foreignPages)('changes nothing %s', async (_case, changed) => {
    const { headers, cookie } = await signedIn()
    const sent = Object.entries({ ...headers, ...changed }).filter(([, value]) => value !== undefined)
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/session/language',
      headers: Object.fromEntries(sent) as Record<string, string>,
      payload: { language: 'en' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'access.csrf'])
    expect(await sessionOf(cookie)).toMatchObject({ language: 'fi' })
  })

  test.each([
    ['our address', { origin: testOrigin, 'sec-fetch-site': 'same-origin' }],
    ['the address that was asked', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  ])('changes things from a page at %s', async (_case, more) => {
    const { headers } = await signedIn()
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/session/language',
      headers: { ...headers, ...more },
      payload: { language: 'en' },
    })
    expect(answer.statusCode).toBe(204)
  })

  test('of another secret is none', async () => {
    expect(await sessionOf(`yhdessa_session=${'a'.repeat(43)}`)).toEqual({
      signedIn: false,
      demo: true,
      language: 'fi',
    })
  })

  test('needs a role at its provider', async () => {
    const { id, cookie } = await signedIn()
    await owner.query('delete from assignment where person_id = $1', [id])
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: false })
    moved = 11_000
    expect(
      (
        await app.inject({
          method: 'PUT',
          url: '/api/session/language',
          headers: { cookie },
          payload: { language: 'en' },
        })
      ).statusCode,
    ).toBe(401)
    moved = 0
  })
})

test('a reader without a session is answered in the language of the page, else of the browser', async () => {
  const languageFor = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/api/session', headers })).json().language
  expect(await languageFor({ 'accept-language': 'en-GB,fi;q=0.5' })).toBe('en')
  expect(await languageFor({ 'accept-language': 'en', cookie: 'language=sv' })).toBe('sv')
  expect(await languageFor({ 'accept-language': 'de', cookie: 'language=xx' })).toBe('fi')
})
