import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

const shown = ['id', 'provider_id', 'source_system', 'name', 'created_at', 'revoked_at'] as const

/** All keys of the provider, the newest first. */
export async function listKeys(transaction: ReadTransaction) {
  return transaction.selectFrom('api_key').select(shown).orderBy('created_at', 'desc').orderBy('id').execute()
}

/** Until the transaction ends, only it makes keys for this provider: two at once must not both be the second. */
export async function lockKeys(transaction: WriteTransaction, providerId: string): Promise<void> {
  await transaction
    .selectFrom('provider')
    .select('id')
    .where('id', '=', providerId)
    .forNoKeyUpdate()
    .execute()
}

export async function countValid(transaction: ReadTransaction, source: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('api_key')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('source_system', '=', source)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export interface NewKeyRow {
  readonly provider_id: string
  readonly id: string
  readonly source_system: string
  readonly name: string
  readonly secret_hash: Buffer
  readonly created_at: Date
  readonly created_by: string | null
}

export async function insertKey(transaction: WriteTransaction, row: NewKeyRow): Promise<void> {
  await transaction.insertInto('api_key').values(row).execute()
}

export async function findKey(transaction: ReadTransaction, id: string) {
  return transaction.selectFrom('api_key').select(shown).where('id', '=', id).executeTakeFirst()
}

/** True when the key was valid until now. */
export async function revokeKey(transaction: WriteTransaction, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The provider of an organisation OID, for the command line. */
export async function findProvider(transaction: ReadTransaction, oid: string) {
  return transaction
    .selectFrom('provider')
    .select(['id', 'name_fi'])
    .where('oid', '=', oid)
    .where('kind', '=', 'provider')
    .executeTakeFirst()
}
