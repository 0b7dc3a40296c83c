import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

/** How many times reference data has changed: a copy made at another count is old. */
export async function revisionOf(transaction: ReadTransaction): Promise<number> {
  const row = await transaction.selectFrom('reference_revision').select('revision').executeTakeFirstOrThrow()
  return row.revision
}

/** To be called in every transaction that changes reference data. */
export async function raiseRevision(transaction: WriteTransaction): Promise<void> {
  await transaction.updateTable('reference_revision').set({ revision: sql<number>`revision + 1` }).execute()
}
