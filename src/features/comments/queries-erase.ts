import type { WriteTransaction } from '../../platform/db/door.ts'

export async function deleteCommentsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  await transaction.deleteFrom('comment').where('student_id', '=', studentId).execute()
}
