import type { WriteTransaction } from '../../platform/db/door.ts'

/** Answers how many there were. */
export async function deleteMeasuresOf(transaction: WriteTransaction, studentId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('measure')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
