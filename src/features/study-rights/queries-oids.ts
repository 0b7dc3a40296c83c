import type { ReadTransaction } from '../../platform/db/door.ts'

/** OIDs of the provider's study rights after one of them, in their order. */
export async function studyRightOids(
  transaction: ReadTransaction,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('study_right')
    .select('oid')
    .where('oid', '>', after)
    .orderBy('oid')
    .limit(limit)
    .execute()
  return rows.map(row => row.oid)
}
