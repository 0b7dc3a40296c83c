import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { newId, type Uuid, uuidOf } from '../../platform/ids.ts'

/** A provider of education as a tenant. */
export interface NewProvider {
  readonly oid: string
  readonly businessId?: string
  readonly names: { readonly fi: string; readonly sv?: string; readonly en?: string }
  readonly language: Language
}

export interface ProviderRow {
  readonly id: Uuid
  readonly oid: string
  /** In Finnish. */
  readonly name: string
}

/** Inserts a provider, or finds the one with the OID. Answers its id. */
export async function ensureProvider(transaction: WriteTransaction, provider: NewProvider): Promise<Uuid> {
  const known = await findProvider(transaction, provider.oid)
  if (known !== undefined) return known.id
  const id = newId()
  await insertProvider(transaction, id, provider)
  return id
}

export async function insertProvider(
  transaction: WriteTransaction,
  id: Uuid,
  provider: NewProvider,
): Promise<void> {
  await transaction
    .insertInto('provider')
    .values({
      id,
      oid: provider.oid,
      business_id: provider.businessId ?? null,
      name_fi: provider.names.fi,
      name_sv: provider.names.sv ?? null,
      name_en: provider.names.en ?? null,
      language: provider.language,
    })
    .execute()
}

/** All providers by their Finnish names, for whoever keeps the installation. */
export async function listProviders(transaction: ReadTransaction) {
  return transaction
    .selectFrom('provider')
    .select(['oid', 'business_id', 'name_fi', 'language'])
    .where('kind', '=', 'provider')
    .orderBy(sql`name_fi collate "fi-x-icu"`)
    .orderBy('oid')
    .execute()
}

/** The provider with the OID; without one, the provider that came first. */
export async function findProvider(
  transaction: ReadTransaction,
  oid: string | undefined,
): Promise<ProviderRow | undefined> {
  const all = transaction
    .selectFrom('provider')
    .select(['id', 'oid', 'name_fi as name'])
    .where('kind', '=', 'provider')
  const query =
    oid === undefined ? all.orderBy('created_at').orderBy('id').limit(1) : all.where('oid', '=', oid)
  const row = await query.executeTakeFirst()
  return row && { ...row, id: uuidOf(row.id) }
}

/** For what runs at every provider in turn, each behind its own fence. */
export async function allProviderIds(transaction: ReadTransaction): Promise<Uuid[]> {
  const rows = await transaction
    .selectFrom('provider')
    .select('id')
    .where('kind', '=', 'provider')
    .orderBy('id')
    .execute()
  return rows.map(row => uuidOf(row.id))
}
