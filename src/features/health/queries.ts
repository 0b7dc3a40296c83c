import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'

/** Names of the migrations that this database has. Answering at all is the sign that it is there. */
export async function appliedMigrations(transaction: ReadTransaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(transaction)
  return new Set(rows.map(row => row.name))
}
