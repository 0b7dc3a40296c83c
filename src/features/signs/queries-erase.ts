import type { WriteTransaction } from '../../platform/db/door.ts'

/** After the student's measures, which point to signs. Answers how many there were. */
export async function deleteSignsOf(transaction: WriteTransaction, studentId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('sign')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
