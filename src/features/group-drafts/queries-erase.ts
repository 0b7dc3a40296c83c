import type { WriteTransaction } from '../../platform/db/door.ts'

/** What waits to be saved of a student; the rows of others in the same drafts stay. */
export async function deleteRowsOf(transaction: WriteTransaction, studentId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('group_draft_row')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
