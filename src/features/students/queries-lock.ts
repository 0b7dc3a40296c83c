import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'

/**
 * Whoever would add to what one student may have only so much of, or be let into one of their places, waits here for
 * whoever does it just now, and then counts what that one has left. Rows that only name the student are not held up.
 */
export async function lockStudent(transaction: WriteTransaction, studentId: string): Promise<void> {
  await sql`select from student where id = ${studentId} for no key update`.execute(transaction)
}
