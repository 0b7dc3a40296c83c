import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { ErasedExtent } from './contract.ts'

export interface ContactRow {
  readonly id: string
  readonly plan_id: string
  readonly kind: string
  readonly content: Readonly<Record<string, string>> | null
  readonly erased_extent: ErasedExtent | null
}

export async function findContact(transaction: ReadTransaction, id: string): Promise<ContactRow | undefined> {
  const row = await transaction
    .selectFrom('contact')
    .select(['id', 'plan_id', 'kind', 'content', 'erased_extent'])
    .where('id', '=', id)
    .forUpdate()
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
export async function expiredInstructors(
  transaction: ReadTransaction,
  endedBefore: string,
  limit: number,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('contact')
    .leftJoin('learning_period', join =>
      join
        .onRef('learning_period.provider_id', '=', 'contact.provider_id')
        .onRef('learning_period.instructor_contact_id', '=', 'contact.id'),
    )
    .select('contact.id')
    .where('contact.kind', '=', 'instructor')
    .where('contact.erased_at', 'is', null)
    .where(sql<boolean>`(contact.content ? 'email' or contact.content ? 'phone')`)
    .groupBy(['contact.id', 'contact.created_at'])
    .having(sql<boolean>`coalesce(max(learning_period.ends_on),
      (contact.created_at at time zone 'Europe/Helsinki')::date) < ${endedBefore}::date`)
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
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
