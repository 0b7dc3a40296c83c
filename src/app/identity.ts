import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, InjectOptions } from 'fastify'
import Provider from 'oidc-provider'
import type { OpenIdSettings } from '../platform/auth/openid.ts'
import type { Log } from '../platform/log/log.ts'
import { createIdentityMemory } from './identity-memory.ts'

/**
 * The demo's own OpenID provider, inside this process: it asks nobody for a password and signs in whichever persona
 * the sign-in names. Its keys live as long as the process. It is never mounted where OIDC_ISSUER is set.
 */
export interface Identity {
  /** How we are its client. It is reached without the network, so PUBLIC_URL need not lead back to this machine. */
  readonly settings: OpenIdSettings
  mount(app: FastifyInstance): Promise<void>
}

export interface IdentityOptions {
  /** Where browsers find us, as `https://host`. */
  readonly publicUrl: string
  /** The name of the persona with this subject; undefined when there is none. */
  readonly personaName: (subject: string) => Promise<string | undefined>
  /** The groups of a persona; none where it is left out. */
  readonly personaGroups?: (subject: string) => Promise<readonly string[]>
  /** More that is told of a persona, by claim; nothing where it is left out. */
  readonly personaClaims?: (subject: string) => Promise<Readonly<Record<string, unknown>>>
  /** The claim in which groups are told; `groups` where it is left out. */
  readonly groupsClaim?: string | undefined
  readonly log: Log
}

/** The claim in which the demo's OpenID provider tells a learner number. */
export const demoStudentClaim = 'learner_number'

const path = '/oidc'
const clientId = 'yhdessa'

export function createIdentity(options: IdentityOptions): Identity {
  const clientSecret = randomBytes(32).toString('base64url')
  const redirectUri = `${options.publicUrl}/auth/callback`
  const provider = createProvider(options, clientSecret, redirectUri)
  let mounted: FastifyInstance | undefined
  const fetch: OpenIdSettings['fetch'] = async (url, request) => {
    if (mounted === undefined) throw new TypeError('The OpenID provider is not mounted')
    return fetchInside(mounted, url, request)
  }
  return {
    settings: {
      ...{ issuer: `${options.publicUrl}${path}`, clientId, clientSecret, redirectUri, fetch },
      groupsClaim: options.groupsClaim,
    },
    mount: async app => {
      mounted = app
      await app.register(async scope => mountProvider(scope, provider, options))
    },
  }
}

function createProvider(options: IdentityOptions, clientSecret: string, redirectUri: string): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signing = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }
  const provider = new Provider(`${options.publicUrl}${path}`, {
    adapter: createIdentityMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signing] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: {
      openid: ['sub'],
      profile: ['name', 'birthdate', 'locale', demoStudentClaim, options.groupsClaim ?? 'groups'],
      email: ['email', 'email_verified'],
    },
    // Puts the name and the groups into the ID token, so that nothing more need be asked.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 600, Grant: 600 },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `${path}/persona/${uid}` },
    findAccount: (_context: unknown, sub: string) => findAccount(options, sub),
    loadExistingGrant,
    renderError: (context: { type: string; body: unknown }, out: { error: string }) => {
      context.type = 'text/plain'
      context.body = out.error
    },
  })
  // Addresses are written as browsers find us, whatever the request said.
  provider.proxy = true
  provider.on('server_error', (_context, error) =>
    options.log.failure(undefined, error, { part: 'identity' }),
  )
  return provider
}

async function findAccount({ groupsClaim = 'groups', ...options }: IdentityOptions, sub: string) {
  const name = await options.personaName(sub)
  if (name === undefined) return undefined
  const groups = (await options.personaGroups?.(sub)) ?? []
  const more = (await options.personaClaims?.(sub)) ?? {}
  return { accountId: sub, claims: async () => ({ sub, name, [groupsClaim]: groups, ...more }) }
}

interface GrantContext {
  readonly oidc: {
    readonly provider: Provider
    readonly client: { readonly clientId: string }
    readonly session: { readonly accountId: string }
  }
}

/** The only client is the service itself: nobody is asked whether it may know who they are. */
async function loadExistingGrant({ oidc: { provider, client, session } }: GrantContext) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile email')
  await grant.save()
  return grant
}

function mountProvider(scope: FastifyInstance, provider: Provider, options: IdentityOptions): void {
  const { protocol, host } = new URL(options.publicUrl)
  const answer = provider.callback()
  // The provider reads bodies itself.
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _body, done) => done(null))
  scope.route({
    method: ['GET', 'POST'],
    url: `${path}/*`,
    config: { rateLimit: false },
    handler: async (request, reply) => {
      reply.hijack()
      const raw: IncomingMessage & { originalUrl?: string } = request.raw
      raw.originalUrl = raw.url ?? '/'
      raw.url = raw.originalUrl.slice(path.length)
      raw.headers['x-forwarded-host'] = host
      raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
      // Each sign-in begins anew: a remembered persona would have to be signed out before another comes in.
      raw.headers.cookie = raw.headers.cookie?.replace(/(?<=^|;\s*)_session[^;]*;?/g, '')
      if (raw.url.startsWith('/persona/')) await signInPersona(provider, options, raw, reply.raw)
      else await answer(raw, reply.raw)
    },
  })
}

/** The whole sign-in of the demo: the persona that was named, or back to the page where one is chosen. */
async function signInPersona(
  provider: Provider,
  { personaName, log }: IdentityOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { params } = await provider.interactionDetails(request, response)
    const persona = params.login_hint
    if (typeof persona === 'string' && (await personaName(persona)) !== undefined) {
      await provider.interactionFinished(request, response, { login: { accountId: persona } })
    } else {
      response.writeHead(303, { location: '/' }).end()
    }
  } catch (error) {
    log.failure(undefined, error, { part: 'identity' })
    if (!response.headersSent) response.writeHead(303, { location: '/' })
    response.end()
  }
}

type OidcFetch = NonNullable<OpenIdSettings['fetch']>

async function fetchInside(
  app: FastifyInstance,
  url: string,
  { method, headers, body }: Parameters<OidcFetch>[1],
): Promise<Response> {
  const { pathname, search, host } = new URL(url)
  const answer = await app.inject({
    method: method as NonNullable<InjectOptions['method']>,
    url: `${pathname}${search}`,
    headers: { ...headers, host },
    ...(body === null || body === undefined ? {} : { payload: String(body) }),
  })
  const given = Object.entries(answer.headers).map(
    ([name, value]) => [name, String(value)] as [string, string],
  )
  return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: given })
}
