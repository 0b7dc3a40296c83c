import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { ErasedExtent } from './contract.ts'

export interface ContactRow {
  readonly id: string
  readonly plan_id: string
  readonly kind: string
  readonly content: Readonly<Record<string, string>> | null
  readonly erased_extent: ErasedExtent | null
  /** Of whose plan it is. */
  readonly student_id: string | null
}

export async function findContact(transaction: ReadTransaction, id: string): Promise<ContactRow | undefined> {
  const row = await transaction
    .selectFrom('contact')
    .innerJoin('plan', join =>
      join.onRef('plan.provider_id', '=', 'contact.provider_id').onRef('plan.id', '=', 'contact.plan_id'),
    )
    .select(['contact.id', 'plan_id', 'contact.kind', 'content', 'erased_extent', 'plan.student_id'])
    .where('contact.id', '=', id)
    .forUpdate('contact')
    .executeTakeFirst()
  return row as ContactRow | undefined
}

export interface ErasureMark {
  readonly at: Date
  readonly extent: ErasedExtent
  /** Of what was erased; absent when it is there already. */
  readonly digest: { readonly salt: Buffer; readonly fingerprint: Buffer } | undefined
}

/** Empties the row, wholly or of its details; the mark stays. */
export async function eraseContact(
  transaction: WriteTransaction,
  id: string,
  mark: ErasureMark,
): Promise<void> {
  const left = mark.extent === 'all' ? sql<null>`null` : sql<null>`content - 'email' - 'phone'`
  await transaction
    .updateTable('contact')
    .set({
      content: left,
      erased_at: mark.at,
      erased_extent: mark.extent,
      ...(mark.digest ? { erased_salt: mark.digest.salt, erased_fingerprint: mark.digest.fingerprint } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/**
 * Instructors with details left whose every period ended before the day. Those whom no present plan names any more
 * (only its history does) are counted from when they came.
 */
const expired = (endedBefore: string): RawBuilder<{ id: string }> => sql<{ id: string }>`
  select c.id from contact c
  left join learning_period l on l.provider_id = c.provider_id and l.instructor_contact_id = c.id
  where c.kind = 'instructor' and c.erased_at is null and (c.content ? 'email' or c.content ? 'phone')
  group by c.id, c.created_at
  having coalesce(max(l.ends_on), (c.created_at at time zone 'Europe/Helsinki')::date) < ${endedBefore}::date`

export async function expiredInstructors(
  transaction: ReadTransaction,
  endedBefore: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${expired(endedBefore)} limit ${sql.lit(limit)}`.execute(
    transaction,
  )
  return rows.map(row => row.id)
}

export async function countExpiredInstructors(
  transaction: ReadTransaction,
  endedBefore: string,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (${expired(endedBefore)}) e`.execute(transaction)
  return rows[0]?.n ?? 0
}

/** The student's own contacts in their plans, also those that only history refers to. */
export async function contactsOfStudent(transaction: ReadTransaction, studentId: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('contact')
    .innerJoin('plan', join =>
      join.onRef('plan.provider_id', '=', 'contact.provider_id').onRef('plan.id', '=', 'contact.plan_id'),
    )
    .select('contact.id')
    .where('plan.student_id', '=', studentId)
    .where('contact.kind', '=', 'student')
    .where('contact.content', 'is not', null)
    .execute()
  return rows.map(row => row.id)
}
