import type { FastifyInstance } from 'fastify'
import { apiKeyRoutes } from '../features/api-keys/routes.ts'
import { personaName } from '../features/personas/public.ts'
import { demoIssuer } from '../features/personas/queries.ts'
import { personaRoutes } from '../features/personas/routes.ts'
import { roleRoutes } from '../features/roles/routes.ts'
import { roleMappingRoutes } from '../features/roles/routes-mapping.ts'
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
import type { Language } from '../platform/i18n/language.ts'
import type { Log } from '../platform/log/log.ts'
import { readPersonas } from './demo-world.ts'
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
  /** The claim in which groups are told at sign-in; `groups` where it is left out. */
  readonly groupsClaim?: string
  /** The groups of the demo's people, as its own OpenID provider tells them. */
  readonly personas?: () => Promise<readonly GroupedPersona[]>
  readonly log: Log
  /** The real instant, for tests of what runs out. */
  readonly now?: () => Date
}

/** A person of the demo who is in groups; perhaps known by nothing else. */
export interface GroupedPersona {
  readonly subject: string
  readonly name: string
  readonly language: Language
  readonly groups?: readonly string[]
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
  const { database, publicUrl, groupsClaim = 'groups', now = () => new Date() } = options
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
      ...personaRoutes({ database, demo, grouped: options.personas ?? readPersonas }),
      ...roleRoutes({ database, sessions, issuer: signIn.dependencies.issuer }),
      ...roleMappingRoutes(groupsClaim),
      ...apiKeyRoutes({ database, machines }),
      ...casRoutes({ database, machines, publicUrl }),
    ],
    mount: signIn.mount,
  }
}

function demoSignIn({ database, groupsClaim, publicUrl, log, personas = readPersonas }: AuthOptions) {
  const grouped = async (subject: string) => (await personas()).find(one => one.subject === subject)
  const { settings, mount } = createIdentity({
    publicUrl,
    log,
    groupsClaim,
    // Who is in groups may come in before any row tells of them.
    personaName: async subject => (await personaName(database, subject)) ?? (await grouped(subject))?.name,
    personaGroups: async subject => (await grouped(subject))?.groups ?? [],
  })
  const seal = createSeal(settings.clientSecret)
  return { dependencies: { openId: createOpenId(settings), issuer: demoIssuer, seal }, mount }
}

function ownSignIn({ groupsClaim, openId, publicUrl }: AuthOptions) {
  const client = openId && createOpenId({ ...openId, groupsClaim, redirectUri: `${publicUrl}/auth/callback` })
  const seal = createSeal(openId?.clientSecret ?? newSecret())
  const issuer = openId?.issuer ?? ''
  return { dependencies: { openId: client ?? noOpenId, issuer, seal }, mount: async () => undefined }
}
