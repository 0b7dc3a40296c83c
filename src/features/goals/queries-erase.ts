import type { WriteTransaction } from '../../platform/db/door.ts'

export async function deleteGoalsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  await transaction.deleteFrom('goal').where('student_id', '=', studentId).execute()
}
