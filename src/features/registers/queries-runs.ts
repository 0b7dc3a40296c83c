import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import type { ImportKind, ImportOrigin, Refusal, RowCounts, RunState } from '../imports/contract.ts'

export interface LastRun {
  readonly kind: ImportKind
  readonly id: string
  readonly origin: ImportOrigin
  readonly state: RunState
  readonly requestedAt: Date
  readonly finishedAt: Date | null
  readonly position: number
  readonly total: number | null
  readonly counts: RowCounts
  readonly failure: Refusal | null
}

/** The newest run of each kind behind the door; ids are ordered by time. */
export async function lastRuns(
  transaction: ReadTransaction,
  kinds: readonly ImportKind[],
): Promise<LastRun[]> {
  const found = await Promise.all(
    kinds.map(kind =>
      transaction
        .selectFrom('import_run')
        .select(['kind', 'id', 'origin', 'state', 'position', 'total', 'counts', 'failure'])
        .select(['requested_at as requestedAt', 'finished_at as finishedAt'])
        .where('kind', '=', kind)
        .orderBy('requested_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    ),
  )
  return found.flat() as unknown as LastRun[]
}

/** When each kind's data were last changed by a run that ended. */
export async function newestData(
  transaction: ReadTransaction,
  kinds: readonly ImportKind[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await transaction
    .selectFrom('import_run')
    .select(['kind', ({ fn }) => fn.max('finished_at').as('at')])
    .where('kind', 'in', kinds)
    .where('finished_at', 'is not', null)
    .where(sql<boolean>`(counts->>'written')::int + (counts->>'vanished')::int > 0`)
    .groupBy('kind')
    .execute()
  return new Map(rows.flatMap(({ kind, at }) => (at === null ? [] : [[kind, at] as const])))
}

/** When a run of each kind last came to its end well, whether or not there was anything to change. */
export async function lastDone(
  transaction: ReadTransaction,
  kinds: readonly ImportKind[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await transaction
    .selectFrom('import_run')
    .select(['kind', ({ fn }) => fn.max('finished_at').as('at')])
    .where('kind', 'in', kinds)
    .where('state', '=', 'done')
    .groupBy('kind')
    .execute()
  return new Map(rows.flatMap(({ kind, at }) => (at === null ? [] : [[kind, at] as const])))
}

/** A run of the kind that asks the service already, or will. */
export async function openRunOf(transaction: ReadTransaction, kind: ImportKind): Promise<Uuid | undefined> {
  const row = await transaction
    .selectFrom('import_run')
    .select('id')
    .where('kind', '=', kind)
    .where('state', 'in', ['waiting', 'fetching', 'reading', 'storing'])
    .where('cursor', 'is not', null)
    .orderBy('requested_at')
    .limit(1)
    .executeTakeFirst()
  return row && uuidOf(row.id)
}
