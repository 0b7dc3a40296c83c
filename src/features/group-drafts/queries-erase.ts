import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'

/** What waits to be saved of a student; the rows of others in the same drafts stay. */
export async function deleteRowsOf(transaction: WriteTransaction, studentId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('group_draft_row')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Drafts that nobody has changed or answered since before the day. */
export async function deleteUntouched(transaction: WriteTransaction, before: PlainDate): Promise<string[]> {
  const bound = sql`(${before}::date::timestamp at time zone 'Europe/Helsinki')`
  const { rows } = await sql<{ id: string }>`
    delete from group_draft d where d.changed_at < ${bound}
      and not exists (select from group_draft_row r where r.provider_id = d.provider_id and r.draft_id = d.id
        and r.changed_at >= ${bound})
    returning d.id`.execute(transaction)
  return rows.map(({ id }) => id)
}
