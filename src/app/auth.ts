import type { FastifyInstance } from 'fastify'
import { apiKeyRoutes } from '../features/api-keys/routes.ts'
import { personaName } from '../features/personas/public.ts'
import { demoIssuer } from '../features/personas/queries.ts'
import { personaRoutes } from '../features/personas/routes.ts'
import { sessionRoutes } from '../features/sessions/routes.ts'
import { signInRoutes } from '../features/sessions/routes-sign-in.ts'
import { casRoutes } from '../integrations/cas/routes.ts'
import { type Authenticate, createAuthenticator } from '../platform/auth/authenticate.ts'
import { newSecret } from '../platform/auth/credentials.ts'
import { createMachines } from '../platform/auth/machines.ts'
import { createOpenId, noOpenId } from '../platform/auth/openid.ts'
import { createSeal } from '../platform/auth/seal.ts'
import { createSessions } from '../platform/auth/sessions.ts'
import type { Database } from '../platform/db/database.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Log } from '../platform/log/log.ts'
import { createIdentity } from './identity.ts'

/** An OpenID provider of one's own, as the environment names it. */
export interface OpenIdClient {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface AuthOptions {
  readonly database: Database
  readonly publicUrl: string
  /** Whether invented people may be chosen; never together with an OpenID provider of one's own. */
  readonly demo: boolean
  readonly openId: OpenIdClient | undefined
  readonly log: Log
  /** The real instant, for tests of what runs out. */
  readonly now?: () => Date
}

/** Everything about who sends a request, put together. */
export interface Auth {
  readonly authenticate: Authenticate
  readonly endpoints: readonly Endpoint[]
  /** Whether the demo's people may be chosen. */
  readonly demo: boolean
  /** Puts the demo's own OpenID provider on the server; nothing elsewhere. */
  mount(app: FastifyInstance): Promise<void>
}

export function composeAuth(options: AuthOptions): Auth {
  const { database, publicUrl, now = () => new Date() } = options
  const demo = options.demo && options.openId === undefined
  const sessions = createSessions({ database, now })
  const machines = createMachines({ database, now })
  const signIn = demo ? demoSignIn(options) : ownSignIn(options)
  return {
    demo,
    authenticate: createAuthenticator({ sessions, machines, publicUrl }),
    endpoints: [
      ...sessionRoutes({ database, sessions, demo }),
      ...signInRoutes({ database, sessions, demo, publicUrl, ...signIn.dependencies }),
      ...personaRoutes({ database, demo }),
      ...apiKeyRoutes({ database, machines }),
      ...casRoutes({ database, machines, publicUrl }),
    ],
    mount: signIn.mount,
  }
}

function demoSignIn({ database, publicUrl, log }: AuthOptions) {
  const identity = createIdentity({ publicUrl, log, personaName: subject => personaName(database, subject) })
  const { settings, mount } = identity
  const seal = createSeal(settings.clientSecret)
  return { dependencies: { openId: createOpenId(settings), issuer: demoIssuer, seal }, mount }
}

function ownSignIn({ openId, publicUrl }: AuthOptions) {
  const client = openId && createOpenId({ ...openId, redirectUri: `${publicUrl}/auth/callback` })
  const seal = createSeal(openId?.clientSecret ?? newSecret())
  const issuer = openId?.issuer ?? ''
  return { dependencies: { openId: client ?? noOpenId, issuer, seal }, mount: async () => undefined }
}
