import type { WriteTransaction } from '../../platform/db/door.ts'
import { deleteProposalsOf } from './queries-erase.ts'

/** Where a student is erased what they proposed goes too. Apart from `public.ts`, because the students' feature asks. */
export function eraseProposalsOf(transaction: WriteTransaction, studentId: string): Promise<void> {
  return deleteProposalsOf(transaction, studentId)
}
