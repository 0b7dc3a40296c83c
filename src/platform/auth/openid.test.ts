import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createOpenId } from './openid.ts'

const issuer = 'https://login.example.fi'
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function idToken(claims: object): string {
  const head = encoded({ alg: 'ES256', kid: '1', typ: 'JWT' })
  const now = Math.floor(Date.now() / 1000)
  const body = encoded({ iss: issuer, aud: 'us', sub: 'aino', iat: now, exp: now + 60, ...claims })
  const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  })
  return `${head}.${body}.${signature.toString('base64url')}`
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** An OpenID provider that tells these claims in the ID token, and those when it is asked. */
function providerTelling(inToken: object, whenAsked: Response | undefined) {
  const asked: string[] = []
  const nonce = { value: '' }
  const fetch = async (url: string): Promise<Response> => {
    const path = url.slice(issuer.length)
    asked.push(path)
    if (path.startsWith('/.well-known')) {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        ...(whenAsked === undefined ? {} : { userinfo_endpoint: `${issuer}/userinfo` }),
        id_token_signing_alg_values_supported: ['ES256'],
      })
    }
    if (path === '/keys')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'ES256' }] })
    if (path === '/userinfo' && whenAsked) return whenAsked
    const id_token = idToken({ nonce: nonce.value, ...inToken })
    return json({ access_token: 'a', token_type: 'Bearer', id_token })
  }
  return { asked, fetch, nonce }
}

async function signIn(inToken: object, whenAsked?: Response) {
  const { asked, fetch, nonce } = providerTelling(inToken, whenAsked)
  const client = { clientId: 'us', clientSecret: 'secret', redirectUri: 'https://y.example/auth/callback' }
  const openId = createOpenId({ issuer, ...client, groupsClaim: 'ryhmat', fetch })
  const { pending } = await openId.start()
  nonce.value = pending.nonce
  const person = await openId.finish(new URLSearchParams({ code: 'c', state: pending.state }), pending)
  return { asked, person }
}

describe('what is told of who signs in', () => {
  test('is taken from the ID token, and nothing more is asked when it is whole', async () => {
    const { asked, person } = await signIn({ name: 'Aino', ryhmat: ['a'], locale: 'sv' }, json({}))
    expect(await person.profile()).toEqual({ name: 'Aino', language: 'sv', groups: ['a'] })
    expect(asked).not.toContain('/userinfo')
  })

  test('is asked of the provider where the ID token does not tell it, and only when it is needed', async () => {
    const { asked, person } = await signIn({}, json({ sub: 'aino', name: 'Aino Alku', ryhmat: 'b' }))
    expect(asked).not.toContain('/userinfo')
    expect(await person.profile()).toMatchObject({ name: 'Aino Alku', groups: ['b'] })
  })

  test('is nothing where the provider cannot be asked', async () => {
    const { person } = await signIn({})
    expect(await person.profile()).toEqual({ name: undefined, language: undefined, groups: [] })
  })

  test('of somebody else is not believed', async () => {
    const { person } = await signIn({}, json({ sub: 'eve', ryhmat: ['administrators'] }))
    await expect(person.profile()).rejects.toMatchObject({ code: 'access.sign-in-broken' })
  })

  test('by a provider that fails refuses the sign-in, and takes no role away', async () => {
    const { person } = await signIn({}, json({}, 500))
    await expect(person.profile()).rejects.toMatchObject({ code: 'access.identity-away', status: 503 })
  })
})
