import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

/** Answers how many there were. */
export async function deleteMeasuresOf(transaction: WriteTransaction, studentId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('measure')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function measureRows(transaction: ReadTransaction, studentId: string) {
  return transaction
    .selectFrom('measure')
    .select(['text', 'due_on', 'state', 'outcome', 'followed_at', 'created_at'])
    .where('student_id', '=', studentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
