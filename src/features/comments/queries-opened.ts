import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'

export interface UnopenedComment {
  readonly id: string
  readonly student_id: string
  readonly day: string
  readonly total: number
}

/** Comments of others since a day that name one of the keys and that the person has not had before them, the oldest first. */
export async function unopenedFor(
  transaction: ReadTransaction,
  reader: { readonly personId: string; readonly keys: readonly string[] },
  since: PlainDate,
  limit: number,
): Promise<readonly UnopenedComment[]> {
  if (reader.keys.length === 0) return []
  const { rows } = await sql<UnopenedComment>`
    select c.id, c.student_id, (c.written_at at time zone 'Europe/Helsinki')::date as day,
      count(*) over ()::int as total
    from comment c join student s on s.provider_id = c.provider_id and s.id = c.student_id
    where c.removed_at is null and s.erased_at is null
      and c.written_at >= (${since}::date::timestamp at time zone 'Europe/Helsinki')
      and c.readers && ${reader.keys}::text[]
      and c.author_id is distinct from ${reader.personId} and not (${reader.personId} = any (c.opened_by))
    order by c.written_at, c.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

/** Of these comments of a student those that name one of the keys have now been before the person. */
export async function markOpened(
  transaction: WriteTransaction,
  studentId: string,
  ids: readonly string[],
  reader: { readonly personId: string; readonly keys: readonly string[] },
): Promise<void> {
  await sql`
    update comment set opened_by = array_append(opened_by, ${reader.personId}::uuid)
    where student_id = ${studentId} and id = any (${ids}::uuid[]) and removed_at is null
      and readers && ${reader.keys}::text[] and not (${reader.personId} = any (opened_by))`.execute(
    transaction,
  )
}
