import type { IncomingHttpHeaders } from 'node:http'
import type { Person } from '../access/actor.ts'
import type { Database } from '../db/database.ts'
import { read } from '../db/door.ts'
import { isLanguage, type Language } from '../i18n/language.ts'
import { uuidOf } from '../ids.ts'
import { readCookie, sessionCookieName } from './cookies.ts'
import { hashOf } from './credentials.ts'
import { findSession } from './queries.ts'
import { type Loaded, ShortCache } from './short-cache.ts'

/** A browser that is signed in. */
export interface Session {
  readonly secretHash: Buffer
  readonly person: Person
  readonly csrfToken: string
  readonly language: Language
}

export interface Sessions {
  /** The session that the request's cookie tells; undefined when there is none or it has run out. */
  of(headers: Pick<IncomingHttpHeaders, 'cookie'>): Promise<Session | undefined>
  /** To be called after each committed change of a session, so that this process sees it at once. */
  forget(session: Pick<Session, 'secretHash'>): void
  /** The same after a committed change of somebody's roles: whose sessions they are is not known by secret. */
  forgetAll(): void
}

export interface SessionsDependencies {
  readonly database: Database
  /** The real instant: a moved clock must not prolong a session. */
  readonly now: () => Date
}

const life = 10_000
const limit = 10_000

export function createSessions({ database, now }: SessionsDependencies): Sessions {
  const cache = new ShortCache<Session>({ limit, life, now: () => now().getTime() })
  return {
    of: async headers => {
      const secret = readCookie(headers.cookie, sessionCookieName)
      if (secret === undefined) return undefined
      const secretHash = hashOf(secret)
      return cache.get(secretHash.toString('base64'), () => load(database, secretHash))
    },
    forget: session => cache.forget(session.secretHash.toString('base64')),
    forgetAll: () => cache.forgetAll(),
  }
}

async function load(database: Database, secretHash: Buffer): Promise<Loaded<Session> | undefined> {
  const row = await read(database, null, transaction => findSession(transaction, secretHash))
  if (row === undefined) return undefined
  const person: Person = {
    kind: 'person',
    id: uuidOf(row.person_id),
    name: row.name,
    providerId: uuidOf(row.provider_id),
    roles: row.roles,
    ...(row.student_id === null ? {} : { studentId: uuidOf(row.student_id) }),
    ...(row.operator ? { operator: true } : {}),
  }
  const language = isLanguage(row.language) ? row.language : 'fi'
  return {
    value: { secretHash, person, csrfToken: row.csrf_token, language },
    until: row.expires_at.getTime(),
  }
}
