import type { WriteTransaction } from '../../platform/db/door.ts'
import { deleteCommentsOf } from './queries-erase.ts'

/** Where a student is erased what was said of the path goes too. */
export function eraseCommentsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  return deleteCommentsOf(transaction, studentId)
}
