import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Guardian } from './contract.ts'

export interface StoredGuardian extends Guardian {
  readonly id: string
  readonly studentId: string
}

/** The guardians of these students, in the register's order. */
export async function guardiansOf(
  transaction: ReadTransaction,
  studentIds: readonly string[],
): Promise<StoredGuardian[]> {
  const rows = await transaction
    .selectFrom('guardian')
    .select(['id', 'student_id', 'ordinal', 'name', 'email', 'phone', 'language', 'custody', 'ends_on'])
    .where(sql<boolean>`student_id = any (${studentIds}::uuid[])`)
    .orderBy('student_id')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ ends_on, language, student_id, ...row }) => ({
    ...row,
    studentId: student_id,
    language: language as Guardian['language'],
    endsOn: ends_on,
  }))
}

export type GuardianRow = Guardian & { readonly id: string; readonly studentId: string }

/** Inserts new guardians and writes changed ones over, in one statement. */
export async function writeGuardians(
  transaction: WriteTransaction,
  rows: readonly GuardianRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into guardian (provider_id, id, student_id, ordinal, name, email, phone, language, custody, ends_on,
      changed_at)
    select current_setting('app.provider_id')::uuid, r.id, r."studentId", r.ordinal, r.name, r.email, r.phone,
      r.language, r.custody, r."endsOn", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "studentId" uuid, ordinal smallint,
      name text, email text, phone text, language text, custody boolean, "endsOn" date)
    on conflict (provider_id, id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
      language = excluded.language, custody = excluded.custody, ends_on = excluded.ends_on,
      changed_at = excluded.changed_at`.execute(transaction)
}

export async function deleteGuardians(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await transaction.deleteFrom('guardian').where(sql<boolean>`id = any (${ids}::uuid[])`).execute()
}

/** Deletes the rows whole: the end alone is the student's birth date and 18 years. False when there was nothing. */
export async function deleteGuardiansOf(transaction: WriteTransaction, studentId: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('guardian')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A birth date may have come later, or been mended, by another register. */
export async function renewEnds(transaction: WriteTransaction): Promise<void> {
  await sql`
    update guardian g set ends_on = (s.birth_date + interval '18 years')::date
    from student s
    where s.provider_id = g.provider_id and s.id = g.student_id
      and s.birth_date is not null
      and g.ends_on is distinct from (s.birth_date + interval '18 years')::date`.execute(transaction)
}

/** Students with guardians left though they have come of age. */
export async function studentsOfAge(
  transaction: ReadTransaction,
  today: string,
  limit: number,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('guardian')
    .select('student_id')
    .distinct()
    .where('ends_on', '<=', today)
    .limit(limit)
    .execute()
  return rows.map(row => row.student_id)
}
