import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

/** After the student's measures, which point to signs. Answers how many there were. */
export async function deleteSignsOf(transaction: WriteTransaction, studentId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('sign')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function signRows(transaction: ReadTransaction, studentId: string) {
  return transaction
    .selectFrom('sign')
    .select(['plan_id', 'kind', 'state', 'data', 'noticed_on', 'seen_on', 'over_on', 'decision', 'reason'])
    .select(['decided_at', 'explanation', 'explained_at'])
    .where('student_id', '=', studentId)
    .orderBy('noticed_on')
    .orderBy('id')
    .execute()
}
