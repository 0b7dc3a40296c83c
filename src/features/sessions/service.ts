import { roles as allRoles, type Person } from '../../platform/access/actor.ts'
import type { AuditContext } from '../../platform/audit/audit.ts'
import { record } from '../../platform/audit/audit.ts'
import { hashOf, newSecret } from '../../platform/auth/credentials.ts'
import type { Session, Sessions } from '../../platform/auth/sessions.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import { providerChosen, sessionEnded, sessionStarted } from './audit.ts'
import type { ProviderWithRoles } from './contract.ts'
import {
  deleteExpired,
  deleteSession,
  findPerson,
  insertSession,
  providersOf,
  updateLanguage,
  updateProvider,
} from './queries.ts'
import { sessionLife } from './rules.ts'

/** Who has signed in, as the OpenID provider names them. */
export interface SignedInSubject {
  readonly issuer: string
  readonly subject: string
  readonly idToken: string | undefined
  /** Where they go to work, if they have a role there; the first of their providers otherwise. */
  readonly providerId?: Uuid | undefined
}

/** A new session: its secret goes into the cookie and nowhere else. */
export async function startSession(
  database: Database,
  subject: SignedInSubject,
  now: Date,
  requestId: string,
): Promise<{ readonly secret: string }> {
  const { person, actor } = await whoSignsIn(database, subject)
  const secret = newSecret()
  await write(database, actor.providerId, async transaction => {
    await deleteExpired(transaction, now)
    await insertSession(transaction, {
      secretHash: hashOf(secret),
      personId: actor.id,
      providerId: actor.providerId,
      csrfToken: newSecret(),
      language: isLanguage(person.language) ? person.language : 'fi',
      idToken: subject.idToken,
      now,
      expiresAt: new Date(now.getTime() + sessionLife),
    })
    await record(transaction, { actor, now, requestId }, sessionStarted, { details: {} })
  })
  return { secret }
}

/** @throws AppError when nobody here knows the subject, or no provider has given them a role. */
async function whoSignsIn(database: Database, { issuer, providerId, subject }: SignedInSubject) {
  return read(database, null, async transaction => {
    const person = await findPerson(transaction, issuer, subject)
    if (person === undefined) throw new AppError('sessions.unknown-person', 403)
    const providers = await providersOf(transaction, person.id)
    const first = providers.find(({ id }) => id === providerId) ?? providers[0]
    if (first === undefined) throw new AppError('sessions.no-provider', 403)
    const actor: Person = {
      kind: 'person',
      id: uuidOf(person.id),
      name: person.name,
      providerId: uuidOf(first.id),
      roles: first.roles,
    }
    return { person, actor }
  })
}

/** Ends a session here; answers its ID token, for ending it at the OpenID provider too. */
export async function endSession(
  database: Database,
  sessions: Sessions,
  session: Session,
  context: Omit<AuditContext, 'actor'>,
): Promise<string | null> {
  const ended = await write(database, session.person.providerId, async transaction => {
    const row = await deleteSession(transaction, session.secretHash)
    if (row) await record(transaction, { ...context, actor: session.person }, sessionEnded, { details: {} })
    return row
  })
  sessions.forget(session)
  return ended?.id_token ?? null
}

/** @throws AppError when the person has no role at that provider. */
export async function chooseProvider(
  database: Database,
  sessions: Sessions,
  session: Session,
  providerId: Uuid,
  context: Omit<AuditContext, 'actor'>,
): Promise<void> {
  await write(database, providerId, async transaction => {
    const provider = (await providersOf(transaction, session.person.id)).find(({ id }) => id === providerId)
    if (provider === undefined)
      throw new AppError('sessions.not-your-provider', 403, { pointer: '/providerId' })
    await updateProvider(transaction, session.secretHash, providerId)
    const actor = { ...session.person, providerId, roles: provider.roles }
    await record(transaction, { ...context, actor }, providerChosen, { details: {} })
  })
  sessions.forget(session)
}

export async function chooseLanguage(
  database: Database,
  sessions: Sessions,
  session: Session,
  language: Language,
): Promise<void> {
  await write(database, null, transaction => updateLanguage(transaction, session.secretHash, language))
  sessions.forget(session)
}

export async function listProviders(database: Database, personId: Uuid): Promise<ProviderWithRoles[]> {
  const rows = await read(database, null, transaction => providersOf(transaction, personId))
  return rows.map(row => ({
    id: row.id,
    names: {
      fi: row.name_fi,
      ...(row.name_sv === null ? {} : { sv: row.name_sv }),
      ...(row.name_en === null ? {} : { en: row.name_en }),
    },
    roles: allRoles.filter(role => row.roles.includes(role)),
  }))
}
