import type { WriteTransaction } from '../../platform/db/door.ts'

export async function deleteProposalsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  await transaction.deleteFrom('proposal').where('student_id', '=', studentId).execute()
}
