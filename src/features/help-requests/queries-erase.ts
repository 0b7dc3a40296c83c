import type { WriteTransaction } from '../../platform/db/door.ts'

export async function deleteRequestsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  await transaction.deleteFrom('help_request').where('student_id', '=', studentId).execute()
}
