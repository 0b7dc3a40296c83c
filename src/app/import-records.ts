import type { Refusal } from '../features/imports/contract.ts'
import { refusedState } from '../platform/db/database.ts'
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

/**
 * Stores each record in a transaction of its own: one that cannot be stored is refused and the rest go on. A fault that
 * is not the record's ends the run, after the report of what had been stored by then.
 */
export async function storeRecords(
  run: ImportRun,
  records: readonly PlacedRecord[],
  finish: Finish,
): Promise<void> {
  const tenant = tenantOf(run)
  const counts = { ...nothingStored }
  const refused: Refusal[] = []
  const unknownKeys: string[] = []
  const report = () =>
    write(run.database, tenant, transaction => finish(transaction, { counts, refused, unknownKeys }))
  for (const { pointer, store } of records) {
    try {
      const stored = await write(run.database, tenant, store)
      counts.read += stored.read
      counts.written += stored.written
      counts.unchanged += stored.read - stored.written
      refused.push(...(stored.refused ?? []))
      unknownKeys.push(...(stored.unknownKeys ?? []))
    } catch (error) {
      const refusal = refusalOf(error, pointer)
      refused.push(refusal ?? { pointer, code: 'stopped' })
      if (refusal) continue
      // With the database away there is no report either; what went wrong first is what must be told.
      await report().catch(() => undefined)
      throw error
    }
  }
  await report()
}

/**
 * A refusal by a rule of ours or of the database is the record's; anything else (the database is away) is not. Of the
 * database only its code is told: its words quote the values.
 */
function refusalOf(error: unknown, pointer: string): Refusal | undefined {
  if (error instanceof AppError) return { pointer, code: 'not-saved', params: { reason: error.code } }
  const state = refusedState(error)
  return state === undefined ? undefined : { pointer, code: 'not-storable', params: { state } }
}
