import { everyone, signedIn } from '../../platform/access/access.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import type { Session, Sessions } from '../../platform/auth/sessions.ts'
import type { Database } from '../../platform/db/database.ts'
import { type Endpoint, endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { uuidOf } from '../../platform/ids.ts'
import { providerChosen } from './audit.ts'
import { LanguageChoice, ProviderChoice, SessionView } from './contract.ts'
import { chooseLanguage, chooseProvider, listProviders } from './service.ts'

export interface SessionRouteDependencies {
  readonly database: Database
  readonly sessions: Sessions
  /** Whether personas may be chosen instead of signing in. */
  readonly demo: boolean
}

export function sessionRoutes(dependencies: SessionRouteDependencies): Endpoint[] {
  return [readSession(dependencies), putProvider(dependencies), putLanguage(dependencies)]
}

function readSession({ database, sessions, demo }: SessionRouteDependencies): Endpoint {
  return publicEndpoint({
    method: 'GET',
    path: '/api/session',
    tag: 'sessions',
    summary: 'Who is signed in, in which roles, at which provider',
    answers: { 200: SessionView },
    access: everyone('The pages ask it before they know whether anybody is signed in'),
    audit: notAudited('It shows people only themselves'),
    transaction: 'none',
    handle: async ({ headers, language, today }) => {
      const session = await sessions.of({ cookie: headers.cookie })
      if (session === undefined) return { body: { signedIn: false, demo, language } }
      const { person, csrfToken } = session
      const providers = await listProviders(database, person.id)
      const active = providers.find(({ id }) => id === person.providerId)
      // A role taken away within the life of the remembered session.
      if (active === undefined) return { body: { signedIn: false, demo, language } }
      const { roles, ...provider } = active
      const user = { id: person.id, name: person.name }
      const who = { user, roles, operator: person.operator === true, provider, providers }
      return { body: { signedIn: true, demo, ...who, csrfToken, language, today } }
    },
  })
}

function putProvider({ database, sessions }: SessionRouteDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/session/provider',
    tag: 'sessions',
    summary: 'Go to work at another of your own providers; the roles change with it',
    body: ProviderChoice,
    answers: { 204: null },
    access: signedIn('Everyone may choose among their own providers'),
    audit: audited(providerChosen),
    transaction: 'none',
    handle: async ({ body, headers, audit: { now, requestId } }) => {
      const session = await browserSession(sessions, headers)
      const context = { now, ...(requestId === undefined ? {} : { requestId }) }
      await chooseProvider(database, sessions, session, uuidOf(body.providerId), context)
      return { status: 204 }
    },
  })
}

function putLanguage({ database, sessions }: SessionRouteDependencies): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/session/language',
    tag: 'sessions',
    summary: 'Choose the language of this session',
    body: LanguageChoice,
    answers: { 204: null },
    access: signedIn('Everyone may choose the language in which they read'),
    audit: notAudited("A reader's own choice of language concerns no one's data"),
    transaction: 'none',
    handle: async ({ body, headers }) => {
      await chooseLanguage(database, sessions, await browserSession(sessions, headers), body.language)
      return { status: 204 }
    },
  })
}

/** @throws AppError for machines: they are signed in, and have no session. */
async function browserSession(
  sessions: Sessions,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<Session> {
  const session =
    headers.authorization === undefined ? await sessions.of({ cookie: headers.cookie }) : undefined
  if (session === undefined) throw new AppError('access.forbidden', 403)
  return session
}
