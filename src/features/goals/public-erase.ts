import type { WriteTransaction } from '../../platform/db/door.ts'
import { deleteGoalsOf } from './queries-erase.ts'

/** Where a student is erased the goals go too. */
export function eraseGoalsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  return deleteGoalsOf(transaction, studentId)
}
