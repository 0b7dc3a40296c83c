import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { StatementBody, type StatementKind } from './contract.ts'

export interface StatementHead {
  readonly kind: StatementKind
  readonly version: number
  readonly publishedVersion: number | null
  readonly publishedAt: Date | null
}

export async function findHead(
  transaction: ReadTransaction,
  kind: StatementKind,
): Promise<StatementHead | undefined> {
  const row = await transaction
    .selectFrom('statement')
    .select(['version', 'published_version', 'published_at'])
    .where('kind', '=', kind)
    .executeTakeFirst()
  return (
    row && {
      kind,
      version: row.version,
      publishedVersion: row.published_version,
      publishedAt: row.published_at,
    }
  )
}

export async function findBody(
  transaction: ReadTransaction,
  kind: StatementKind,
  version: number,
): Promise<StatementBody | undefined> {
  const row = await transaction
    .selectFrom('statement_version')
    .select('body')
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && Value.Parse(StatementBody, row.body)
}

export async function listVersions(transaction: ReadTransaction, kind: StatementKind) {
  return transaction
    .selectFrom('statement_version')
    .select(['version', 'changed_at'])
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
}

export interface NewVersion {
  readonly providerId: string
  readonly kind: StatementKind
  readonly body: StatementBody
  /** The version that was read. */
  readonly version: number
  readonly now: Date
  readonly by: string | null
}

/** Stores a version over the one that was read; false when somebody else was first. */
export async function saveVersion(
  transaction: WriteTransaction,
  { body, by, kind, now, providerId, version }: NewVersion,
): Promise<boolean> {
  const changed = { changed_at: now, changed_by: by }
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('statement')
    .values({ provider_id: providerId, kind, version: version + 1, ...changed })
    .onConflict(conflict =>
      conflict
        .columns(['provider_id', 'kind'])
        .doUpdateSet({ version: version + 1, ...changed })
        .where('statement.version', '=', version),
    )
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await transaction
    .insertInto('statement_version')
    .values({ provider_id: providerId, kind, version: version + 1, body: JSON.stringify(body), ...changed })
    .execute()
  return true
}

export async function publishVersion(
  transaction: WriteTransaction,
  { kind, now, version }: { readonly kind: StatementKind; readonly version: number; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('statement')
    .set({ published_version: version, published_at: now })
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const providerColumns = ['id', 'oid', 'name_fi', 'name_sv', 'name_en'] as const

/** Providers are shared rows; the installation is none. */
export async function listProviders(transaction: ReadTransaction) {
  return transaction
    .selectFrom('provider')
    .select(providerColumns)
    .where('kind', '=', 'provider')
    .orderBy(sql`name_fi collate "fi-x-icu"`)
    .execute()
}

export async function findProvider(
  transaction: ReadTransaction,
  by: { readonly oid: string } | { readonly id: string },
) {
  const [column, value] = 'oid' in by ? (['oid', by.oid] as const) : (['id', by.id] as const)
  return transaction
    .selectFrom('provider')
    .select(providerColumns)
    .where('kind', '=', 'provider')
    .where(column, '=', value)
    .executeTakeFirst()
}
export type ProviderRow = NonNullable<Awaited<ReturnType<typeof findProvider>>>

export async function languageOfProvider(
  transaction: ReadTransaction,
  id: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('provider')
    .select('language')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.language
}
