import { type Selectable, sql } from 'kysely'
import type { ImportRun } from '../../../db/types.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { ImportKind, ImportOptions, ImportOrigin, Refusal, RowCounts, RunState } from './contract.ts'

/** Why a run as a whole was refused or stopped. */
export interface RunFailure extends Refusal {
  readonly document: string
}

/** How far a service has been asked. Runs that have files instead have none. */
export interface FetchCursor {
  readonly from?: unknown
  readonly finished: boolean
}

type Columns = Selectable<ImportRun>

export interface RunRow
  extends Omit<Columns, 'kind' | 'origin' | 'state' | 'options' | 'counts' | 'failure' | 'cursor'> {
  readonly kind: ImportKind
  readonly origin: ImportOrigin
  readonly state: RunState
  readonly options: ImportOptions
  readonly counts: RowCounts
  readonly failure: RunFailure | null
  readonly cursor: FetchCursor | null
  /** Whether what it reads is all here still: files that came to their end, or a service to be asked. */
  readonly has_input: boolean
  /** Whether another run of the kind has begun to store since this one last did, or since it began. */
  readonly superseded: boolean
}

export const hasInput = sql<boolean>`(
  not exists (select from import_document d where d.provider_id = import_run.provider_id
    and d.run_id = import_run.id and not d.complete)
  and (import_run.cursor is not null or exists (select from import_document d
    where d.provider_id = import_run.provider_id and d.run_id = import_run.id)))`

// What has ended is not asked: lists are long. `case` and not `coalesce`: the fence lets only what PostgreSQL takes for
// leakproof go by an index.
export const isSuperseded = sql<boolean>`(case when import_run.state in ('done', 'refused') then false else exists (
  select from import_run other where other.provider_id = import_run.provider_id and other.kind = import_run.kind
    and other.id <> import_run.id and other.storing_at >
      case when import_run.storing_at is null then import_run.started_at else import_run.storing_at end) end)`

/** What tells whether a run can be gone on with, beside its own columns. */
export const worth = [hasInput.as('has_input'), isSuperseded.as('superseded')] as const

export const noCounts: RowCounts = { read: 0, written: 0, unchanged: 0, vanished: 0, refused: 0 }

export interface NewRun {
  readonly providerId: Uuid
  readonly id: Uuid
  readonly kind: ImportKind
  readonly origin: ImportOrigin
  readonly source: string
  readonly options: ImportOptions
  readonly state: 'receiving' | 'waiting'
  readonly requestedBy: string | null
  readonly at: Date
  /** True for a run whose input a service gives. */
  readonly fetched?: boolean
}

export async function insertRun(transaction: WriteTransaction, run: NewRun): Promise<void> {
  await transaction
    .insertInto('import_run')
    .values({
      provider_id: run.providerId,
      id: run.id,
      kind: run.kind,
      origin: run.origin,
      source: run.source,
      options: JSON.stringify(run.options),
      state: run.state,
      requested_by: run.requestedBy,
      requested_at: run.at,
      cursor: run.fetched ? JSON.stringify({ finished: false } satisfies FetchCursor) : null,
    })
    .execute()
}

export async function findRun(transaction: ReadTransaction, id: string): Promise<RunRow | undefined> {
  const row = await transaction
    .selectFrom('import_run')
    .selectAll()
    .select(worth)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as RunRow | undefined
}

/** As findRun; nobody else changes the row until the transaction ends. */
export async function lockRun(transaction: WriteTransaction, id: string): Promise<RunRow | undefined> {
  const row = await transaction
    .selectFrom('import_run')
    .selectAll()
    .select(worth)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row as RunRow | undefined
}

/** Newest first; ids are ordered by time. */
export async function listRuns(
  transaction: ReadTransaction,
  filter: {
    readonly kind?: ImportKind | undefined
    readonly after?: string | undefined
    readonly limit: number
  },
): Promise<RunRow[]> {
  let query = transaction
    .selectFrom('import_run')
    .selectAll()
    .select(worth)
    .orderBy('id', 'desc')
    .limit(filter.limit)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.after !== undefined) query = query.where('id', '<', filter.after)
  return (await query.execute()) as RunRow[]
}

export interface RunChange {
  readonly state: RunState
  readonly failure?: RunFailure | null
  readonly finishedAt?: Date | null
  readonly attempts?: number
}

/** Changes the state of a run that the transaction has locked; whoever ran it finds out at its next batch. */
export async function setState(
  transaction: WriteTransaction,
  id: string,
  { attempts, failure, finishedAt, state }: RunChange,
): Promise<void> {
  await transaction
    .updateTable('import_run')
    .set({
      state,
      worker: null,
      heartbeat_at: null,
      ...(failure === undefined ? {} : { failure: failure && JSON.stringify(failure) }),
      ...(finishedAt === undefined ? {} : { finished_at: finishedAt }),
      ...(attempts === undefined ? {} : { attempts }),
    })
    .where('id', '=', id)
    .execute()
}

export interface NoteRow {
  readonly number: number
  readonly outcome: 'refused' | 'kept'
  readonly document: string
  readonly pointer: string
  readonly code: string
  readonly params: Readonly<Record<string, string>> | null
}

export async function listNotes(
  transaction: ReadTransaction,
  runId: string,
  after: number,
  limit: number,
): Promise<NoteRow[]> {
  const rows = await transaction
    .selectFrom('import_note')
    .select(['number', 'outcome', 'document', 'pointer', 'code', 'params'])
    .where('run_id', '=', runId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows as unknown as NoteRow[]
}
