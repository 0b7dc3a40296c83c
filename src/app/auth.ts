import type { FastifyInstance } from 'fastify'
import { apiKeyRoutes } from '../features/api-keys/routes.ts'
import { wrongSignInRoutes } from '../features/invitations/routes-end.ts'
import { invitationPageRoutes } from '../features/invitations/routes-public.ts'
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
import { type DemoNewcomer, readNewcomers, readPersonas } from './demo-world.ts'
import { createIdentity, demoStudentClaim } from './identity.ts'
import { textOf } from './texts.ts'

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
  /** The claim in which the learner number is told at sign-in; none where it is left out. */
  readonly studentClaim?: string | undefined
  /** The groups of the demo's people, as its own OpenID provider tells them. */
  readonly personas?: () => Promise<readonly GroupedPersona[]>
  /** People of the demo who have no role yet: they may be invited. */
  readonly newcomers?: () => Promise<readonly DemoNewcomer[]>
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
  const { newcomers = readNewcomers } = options
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
      ...invitationPageRoutes({ database, text: textOf, newcomers: demo ? newcomers : async () => [] }),
      ...wrongSignInRoutes({ database, sessions }),
      ...personaRoutes({ database, demo, grouped: options.personas ?? readPersonas }),
      ...roleRoutes({ database, sessions, issuer: signIn.dependencies.issuer }),
      ...roleMappingRoutes(groupsClaim),
      ...apiKeyRoutes({ database, machines }),
      ...casRoutes({ database, machines, publicUrl }),
    ],
    mount: signIn.mount,
  }
}

function demoSignIn(options: AuthOptions) {
  const {
    database,
    groupsClaim,
    log,
    newcomers = readNewcomers,
    personas = readPersonas,
    publicUrl,
  } = options
  const grouped = async (subject: string) => (await personas()).find(one => one.subject === subject)
  const newcomer = async (subject: string) => (await newcomers()).find(one => one.subject === subject)
  const { settings, mount } = createIdentity({
    publicUrl,
    log,
    groupsClaim,
    // Who is in groups, or is about to be invited, may come in before any row tells of them.
    personaName: async subject =>
      (await personaName(database, subject)) ??
      (await grouped(subject))?.name ??
      (await newcomer(subject))?.name,
    personaClaims: async subject => (await newcomer(subject))?.claims ?? {},
    personaGroups: async subject => (await grouped(subject))?.groups ?? [],
  })
  const seal = createSeal(settings.clientSecret)
  const openId = createOpenId(settings)
  return { dependencies: { openId, issuer: demoIssuer, seal, studentClaim: demoStudentClaim }, mount }
}

function ownSignIn({ groupsClaim, openId, publicUrl, studentClaim }: AuthOptions) {
  const client = openId && createOpenId({ ...openId, groupsClaim, redirectUri: `${publicUrl}/auth/callback` })
  const seal = createSeal(openId?.clientSecret ?? newSecret())
  const issuer = openId?.issuer ?? ''
  const dependencies = { openId: client ?? noOpenId, issuer, seal, studentClaim }
  return { dependencies, mount: async () => undefined }
}
