import type { ReadTransaction } from '../../platform/db/door.ts'

/** Which of these study rights belong to the provider behind whose door the transaction is. */
export async function ownStudyRights(
  transaction: ReadTransaction,
  oids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (oids.length === 0) return new Set()
  const rows = await transaction
    .selectFrom('plan')
    .select('study_right_oid')
    .where('study_right_oid', 'in', oids)
    .execute()
  return new Set(rows.map(row => row.study_right_oid))
}
