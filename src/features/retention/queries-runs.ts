import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { ErasedKind, RunOrigin, RunRules } from './contract.ts'

export interface StoredRun {
  readonly id: string
  readonly origin: RunOrigin
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly rules: RunRules
  readonly counts: { readonly [K in ErasedKind]?: number }
  readonly failure: string | null
}

const columns = ['id', 'kind', 'started_at', 'finished_at', 'settings', 'counts', 'failure'] as const

type Row = {
  readonly id: string
  readonly kind: string
  readonly started_at: Date
  readonly finished_at: Date | null
  readonly settings: unknown
  readonly counts: unknown
  readonly failure: string | null
}

const stored = (row: Row): StoredRun => ({
  id: row.id,
  origin: row.kind === 'page' ? 'page' : 'night',
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  rules: row.settings as RunRules,
  counts: row.counts as StoredRun['counts'],
  failure: row.failure,
})

/** The run that has not ended yet, if there is one: at a provider one goes at a time. */
export async function findUnfinished(transaction: ReadTransaction): Promise<StoredRun | undefined> {
  const row = await transaction
    .selectFrom('retention_run')
    .select(columns)
    .where('finished_at', 'is', null)
    .orderBy('started_at')
    .limit(1)
    .executeTakeFirst()
  return row && stored(row)
}

/** An unfinished run, locked: of two workers one waits, and then finds what is left. */
export async function lockRun(transaction: WriteTransaction, id: string): Promise<StoredRun | undefined> {
  const row = await transaction
    .selectFrom('retention_run')
    .select(columns)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && stored(row)
}

export async function insertRun(
  transaction: WriteTransaction,
  run: {
    readonly providerId: string
    readonly id: string
    readonly origin: RunOrigin
    readonly now: Date
    readonly rules: RunRules
  },
): Promise<void> {
  await transaction
    .insertInto('retention_run')
    .values({
      provider_id: run.providerId,
      id: run.id,
      kind: run.origin,
      started_at: run.now,
      settings: JSON.stringify(run.rules),
    })
    .execute()
}

export async function addCount(
  transaction: WriteTransaction,
  id: string,
  kind: ErasedKind,
  count: number,
): Promise<void> {
  await sql`update retention_run
    set counts = counts || jsonb_build_object(${kind}::text, coalesce((counts ->> ${kind})::integer, 0) + ${count}::integer)
    where id = ${id}::uuid`.execute(transaction)
}

export async function finishRun(transaction: WriteTransaction, id: string, now: Date): Promise<void> {
  await transaction
    .updateTable('retention_run')
    .set({ finished_at: now, failure: null })
    .where('id', '=', id)
    .execute()
}

export async function markFailure(transaction: WriteTransaction, id: string, failure: string): Promise<void> {
  await transaction.updateTable('retention_run').set({ failure }).where('id', '=', id).execute()
}

export async function listRuns(
  transaction: ReadTransaction,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<StoredRun[]> {
  let query = transaction.selectFrom('retention_run').select(columns).orderBy('id', 'desc').limit(limit)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(stored)
}
