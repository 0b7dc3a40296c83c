import { sql } from 'kysely'
import type { Role } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'

export async function findPerson(transaction: ReadTransaction, issuer: string, subject: string) {
  return transaction
    .selectFrom('person')
    .select(['id', 'name', 'language'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

/** The providers at which a person has a role, by their Finnish names. */
export async function providersOf(transaction: ReadTransaction, personId: string) {
  return (
    transaction
      .selectFrom('assignment as a')
      .innerJoin('provider as p', 'p.id', 'a.provider_id')
      .select(['p.id', 'p.name_fi', 'p.name_sv', 'p.name_en'])
      .select(sql<Role[]>`array_agg(a.role order by a.role)`.as('roles'))
      .where('a.person_id', '=', personId)
      // The installation is no provider to work at; its administrators are operators wherever they work.
      .where('p.kind', '=', 'provider')
      .groupBy('p.id')
      .orderBy(sql`p.name_fi collate "fi-x-icu"`)
      .execute()
  )
}

export interface NewSession {
  readonly secretHash: Buffer
  readonly personId: string
  readonly providerId: string
  readonly csrfToken: string
  readonly language: Language
  readonly idToken: string | undefined
  readonly now: Date
  readonly expiresAt: Date
}

export async function insertSession(transaction: WriteTransaction, session: NewSession): Promise<void> {
  await transaction
    .insertInto('session')
    .values({
      secret_hash: session.secretHash,
      person_id: session.personId,
      provider_id: session.providerId,
      csrf_token: session.csrfToken,
      language: session.language,
      id_token: session.idToken ?? null,
      created_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Removes sessions that have run out, a bounded number: sign-ins keep up with them, and none waits long. */
export async function deleteExpired(transaction: WriteTransaction, now: Date): Promise<void> {
  const expired = transaction
    .selectFrom('session')
    .select('secret_hash')
    .where('expires_at', '<=', now)
    .limit(100)
    .forUpdate()
    .skipLocked()
  await transaction.deleteFrom('session').where('secret_hash', 'in', expired).execute()
}

/** Removes a session; its ID token tells the OpenID provider whose session to end. */
export async function deleteSession(transaction: WriteTransaction, secretHash: Buffer) {
  return transaction
    .deleteFrom('session')
    .where('secret_hash', '=', secretHash)
    .returning('id_token')
    .executeTakeFirst()
}

export async function updateProvider(
  transaction: WriteTransaction,
  secretHash: Buffer,
  providerId: string,
): Promise<void> {
  await transaction
    .updateTable('session')
    .set({ provider_id: providerId })
    .where('secret_hash', '=', secretHash)
    .execute()
}

export async function updateLanguage(
  transaction: WriteTransaction,
  secretHash: Buffer,
  language: Language,
): Promise<void> {
  await transaction.updateTable('session').set({ language }).where('secret_hash', '=', secretHash).execute()
}
