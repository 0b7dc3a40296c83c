import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { StoredContact, StoredStudent } from './rules-merge.ts'

export interface LockedStudent {
  readonly student: StoredStudent
  readonly contact: StoredContact | undefined
  readonly erased: boolean
  readonly vanished: boolean
  /** By the students' own register, ever. */
  readonly told: boolean
}

const contactColumns = ['email', 'phone', 'street', 'postal_code', 'city'] as const

/** The group that the students' file told last of each of these students. Groups are locked before students: so not here. */
export async function findToldGroups(
  transaction: WriteTransaction,
  oids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await transaction
    .selectFrom('student')
    .select(['student_oid', 'told_group'])
    .where(sql<boolean>`student_oid = any (${oids}::text[])`)
    .execute()
  return new Map(rows.map(row => [row.student_oid, row.told_group]))
}

/** The students of these learner numbers, in the order of ids, locked for the change. */
export async function lockStudents(
  transaction: WriteTransaction,
  oids: readonly string[],
): Promise<ReadonlyMap<string, LockedStudent>> {
  const students = await transaction
    .selectFrom('student')
    .select([
      'id',
      'student_oid',
      'student_number',
      'given_names',
      'called_name',
      'family_name',
      'birth_date',
    ])
    .select(['group_code', 'language', 'teacher_id', 'protected', 'protected_here'])
    .select(['told_group', 'told_teacher', 'sort_name'])
    .select(['erased_at', 'vanished_at', 'told_at'])
    .where(sql<boolean>`student_oid = any (${oids}::text[])`)
    // The same order, but not that of an index: by `id` itself the database would walk through all of the provider's.
    .orderBy(sql`id::text`)
    .forUpdate()
    .execute()
  const contacts = await transaction
    .selectFrom('student_contact')
    .select(['student_id', ...contactColumns])
    .where(sql<boolean>`student_id = any (${students.map(one => one.id)}::uuid[])`)
    .execute()
  const byStudent = new Map(contacts.map(({ student_id, ...contact }) => [student_id, contact]))
  return new Map(
    students.map(({ erased_at, told_at, vanished_at, ...student }) => [
      student.student_oid,
      {
        student,
        contact: byStudent.get(student.id),
        erased: erased_at !== null,
        vanished: vanished_at !== null,
        told: told_at !== null,
      },
    ]),
  )
}

/**
 * Inserts new students and writes changed ones over, in one statement; who was erased meanwhile stays erased. `comesBack`:
 * the students' own register tells them, so they have not vanished there.
 */
export async function writeStudents(
  transaction: WriteTransaction,
  rows: readonly StoredStudent[],
  now: Date,
  { comesBack }: { readonly comesBack: boolean } = { comesBack: true },
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into student as s (provider_id, id, student_oid, student_number, given_names, called_name, family_name,
      birth_date, group_code, language, teacher_id, protected, told_group, told_teacher, sort_name, changed_at,
      told_at)
    select current_setting('app.provider_id')::uuid, r.id, r.student_oid, r.student_number, r.given_names,
      r.called_name, r.family_name, r.birth_date, r.group_code, r.language, r.teacher_id, r.protected, r.told_group,
      r.told_teacher, r.sort_name, ${now}, ${comesBack ? now : null}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, student_oid text, student_number text,
      given_names text, called_name text, family_name text, birth_date date, group_code text, language text,
      teacher_id uuid, protected boolean, told_group text, told_teacher text, sort_name text)
    on conflict (provider_id, id) do update set student_number = excluded.student_number,
      given_names = excluded.given_names, called_name = excluded.called_name, family_name = excluded.family_name,
      birth_date = excluded.birth_date, group_code = excluded.group_code, language = excluded.language,
      teacher_id = excluded.teacher_id, protected = excluded.protected, told_group = excluded.told_group,
      told_teacher = excluded.told_teacher, sort_name = excluded.sort_name, changed_at = excluded.changed_at,
      told_at = coalesce(excluded.told_at, s.told_at),
      vanished_at = case when ${comesBack}::boolean then null else s.vanished_at end
    where s.erased_at is null`.execute(transaction)
}

export type ContactRow = StoredContact & { readonly student_id: string }

export async function writeContacts(
  transaction: WriteTransaction,
  rows: readonly ContactRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into student_contact (provider_id, student_id, email, phone, street, postal_code, city, changed_at)
    select current_setting('app.provider_id')::uuid, r.student_id, r.email, r.phone, r.street, r.postal_code, r.city,
      ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (student_id uuid, email text, phone text,
      street text, postal_code text, city text)
    on conflict (provider_id, student_id) do update set email = excluded.email, phone = excluded.phone,
      street = excluded.street, postal_code = excluded.postal_code, city = excluded.city,
      changed_at = excluded.changed_at`.execute(transaction)
}

/** Whether the run has not met the student. Of whom the students' file never told, that says nothing. */
const missing = (runId: string) => sql<boolean>`not exists (
  select 1 from import_seen i where i.provider_id = student.provider_id and i.run_id = ${runId}::uuid
    and i.key = student.student_oid)`

/** How many the students' own register has told who are still there, and how many of them the run has not met. */
export async function countMissing(
  transaction: ReadTransaction,
  runId: string,
): Promise<{ readonly all: number; readonly gone: number }> {
  return transaction
    .selectFrom('student')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where ${missing(runId)}))::int`.as('gone'),
    ])
    .where('told_at', 'is not', null)
    .where('vanished_at', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/** Marks whom the run of a whole register has not met. Answers those who were marked. */
export async function markVanished(
  transaction: WriteTransaction,
  runId: string,
  now: Date,
): Promise<string[]> {
  const rows = await transaction
    .updateTable('student')
    .set({ vanished_at: now })
    .where('told_at', 'is not', null)
    .where('vanished_at', 'is', null)
    .where('erased_at', 'is', null)
    .where(missing(runId))
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}
