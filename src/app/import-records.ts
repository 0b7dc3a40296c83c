import type { Refusal } from '../features/imports/contract.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import { AppError } from '../platform/http/error.ts'
import { type Finish, type ImportRun, nothingStored, tenantOf } from './import-run.ts'

/** What storing one record gave. */
export interface StoredRecord {
  readonly read: number
  readonly written: number
  readonly unknownKeys?: readonly string[]
  readonly refused?: readonly Refusal[]
}

export type StoreRecord = (transaction: WriteTransaction) => Promise<StoredRecord>

export interface PlacedRecord {
  /** Where the record stands in the file. */
  readonly pointer: string
  readonly store: StoreRecord
}

/** Stores each record in a transaction of its own: one that cannot be stored is refused and the rest go on. */
export async function storeRecords(
  run: ImportRun,
  records: readonly PlacedRecord[],
  finish: Finish,
): Promise<void> {
  const tenant = tenantOf(run)
  const counts = { ...nothingStored }
  const refused: Refusal[] = []
  const unknownKeys: string[] = []
  for (const { pointer, store } of records) {
    try {
      const stored = await write(run.database, tenant, store)
      counts.read += stored.read
      counts.written += stored.written
      counts.unchanged += stored.read - stored.written
      refused.push(...(stored.refused ?? []))
      unknownKeys.push(...(stored.unknownKeys ?? []))
    } catch (error) {
      refused.push(refusalOf(error, pointer))
    }
  }
  await write(run.database, tenant, transaction => finish(transaction, { counts, refused, unknownKeys }))
}

/** A refusal by a rule of ours is the record's; anything else (the database is away) ends the run. */
function refusalOf(error: unknown, pointer: string): Refusal {
  if (!(error instanceof AppError)) throw error
  return { pointer, code: 'not-saved', params: { reason: error.code } }
}
