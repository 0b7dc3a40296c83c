import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Guardian } from './contract.ts'

export interface StoredGuardian extends Guardian {
  readonly id: string
  readonly studentId: string
  readonly erased: boolean
}

/** The guardians of these students, in the register's order; without those whose data were erased unless asked. */
export async function guardiansOf(
  transaction: ReadTransaction,
  studentIds: readonly string[],
  options: { readonly erased?: boolean } = {},
): Promise<StoredGuardian[]> {
  let query = transaction
    .selectFrom('guardian')
    .select(['id', 'student_id', 'ordinal', 'name', 'email', 'phone', 'language', 'custody', 'ends_on'])
    .select('erased_at')
    .where(sql<boolean>`student_id = any (${studentIds}::uuid[])`)
    .orderBy('student_id')
    .orderBy('ordinal')
  if (!options.erased) query = query.where('erased_at', 'is', null)
  const rows = await query.execute()
  return rows.map(({ ends_on, erased_at, language, student_id, ...row }) => ({
    ...row,
    studentId: student_id,
    language: language as Guardian['language'],
    endsOn: ends_on,
    erased: erased_at !== null,
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
      changed_at = excluded.changed_at, erased_at = null`.execute(transaction)
}

export async function deleteGuardians(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await transaction.deleteFrom('guardian').where(sql<boolean>`id = any (${ids}::uuid[])`).execute()
}

/** Empties what is known of the student's guardians. False when there was nothing. */
export async function emptyGuardiansOf(
  transaction: WriteTransaction,
  studentId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('guardian')
    .set({ name: null, email: null, phone: null, language: null, erased_at: now })
    .where('student_id', '=', studentId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A birth date may have come later, or been mended, by another register. */
export async function renewEnds(transaction: WriteTransaction): Promise<void> {
  await sql`
    update guardian g set ends_on = (s.birth_date + interval '18 years')::date
    from student s
    where s.provider_id = g.provider_id and s.id = g.student_id and g.erased_at is null
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
    .where('erased_at', 'is', null)
    .where('ends_on', '<=', today)
    .limit(limit)
    .execute()
  return rows.map(row => row.student_id)
}
