import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'

/** The person's key: the one that there is, else this new one. Of two that ask at once both get the same. */
export async function draftKeyOf(
  transaction: WriteTransaction,
  personId: string,
  fresh: Buffer,
): Promise<Buffer | undefined> {
  const known = await keyIn(transaction, personId)
  if (known?.key) return known.key
  await sql`update person set draft_key = ${fresh} where id = ${personId} and draft_key is null`.execute(
    transaction,
  )
  return (await keyIn(transaction, personId))?.key ?? undefined
}

async function keyIn(transaction: WriteTransaction, personId: string) {
  const { rows } = await sql<{ key: Buffer | null }>`
    select draft_key as key from person where id = ${personId}`.execute(transaction)
  return rows[0]
}
