import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

/** For the demo, whose students have mostly never signed in: their own words about a sign. */
export async function tellOfSign(
  transaction: WriteTransaction,
  id: string,
  text: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('sign')
    .set({ explanation: text, explained_at: now })
    .where('id', '=', id)
    .execute()
}

/** The oldest signs that are not over. */
export async function oldestStanding(
  transaction: ReadTransaction,
): Promise<{ readonly id: string; readonly version: number }[]> {
  return transaction
    .selectFrom('sign')
    .select(['id', 'version'])
    .where('state', '<>', 'over')
    .orderBy('noticed_on')
    .orderBy('id')
    .limit(2)
    .execute()
}
