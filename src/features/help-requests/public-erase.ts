import type { WriteTransaction } from '../../platform/db/door.ts'
import { deleteRequestsOf } from './queries-erase.ts'

/** Where a student is erased what they asked for goes too. */
export function eraseHelpRequestsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  return deleteRequestsOf(transaction, studentId)
}
