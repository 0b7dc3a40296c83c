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

/** Inserts a provider, or finds the one with the OID. Answers its id. */
export async function ensureProvider(transaction: WriteTransaction, provider: NewProvider): Promise<Uuid> {
  const known = await findProvider(transaction, provider.oid)
  if (known !== undefined) return known
  const id = newId()
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
  return id
}

export async function findProvider(transaction: ReadTransaction, oid: string): Promise<Uuid | undefined> {
  const row = await transaction.selectFrom('provider').select('id').where('oid', '=', oid).executeTakeFirst()
  return row && uuidOf(row.id)
}

/** The provider that came first: the one meant where there is no other. */
export async function firstProvider(transaction: ReadTransaction): Promise<Uuid | undefined> {
  const query = transaction.selectFrom('provider').select('id').orderBy('created_at').orderBy('id').limit(1)
  const row = await query.executeTakeFirst()
  return row && uuidOf(row.id)
}

/** Every provider, for work that goes through them one by one, each behind its own fence. */
export async function allProviderIds(transaction: ReadTransaction): Promise<Uuid[]> {
  const rows = await transaction.selectFrom('provider').select('id').orderBy('id').execute()
  return rows.map(row => uuidOf(row.id))
}
