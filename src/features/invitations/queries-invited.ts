import { sql } from 'kysely'
import type { Role } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { newId, type Uuid, uuidOf } from '../../platform/ids.ts'
import type { InvitedStudent } from './rules.ts'

/** A student as inviting them needs it; nobody is invited who was erased. */
export interface StudentToInvite extends InvitedStudent {
  readonly language: Language | undefined
  readonly email: string | null
}

export async function findStudentToInvite(
  transaction: ReadTransaction,
  studentId: string,
): Promise<StudentToInvite | undefined> {
  const row = await transaction
    .selectFrom('student as s')
    .leftJoin('student_contact as c', join =>
      join.onRef('c.provider_id', '=', 's.provider_id').onRef('c.student_id', '=', 's.id'),
    )
    .select(['s.id', 's.student_oid', 's.given_names', 's.called_name', 's.family_name'])
    .select(['s.birth_date', 's.language', 'c.email'])
    .where('s.id', '=', studentId)
    .where('s.erased_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    studentId: row.id,
    studentOid: row.student_oid,
    givenNames: row.given_names,
    calledName: row.called_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    language: languageOf(row.language),
    email: row.email,
  }
}

const languageOf = (text: string | null): Language | undefined => {
  const lower = text?.toLowerCase()
  return isLanguage(lower) ? lower : undefined
}

/** What every provider is called: all that the page of an invitation tells. */
export async function providerOf(transaction: ReadTransaction, providerId: string) {
  return transaction
    .selectFrom('provider')
    .select(['name_fi', 'name_sv', 'name_en', 'language'])
    .where('id', '=', providerId)
    .executeTakeFirst()
}

export interface KnownSubject {
  readonly personId: Uuid
  /** Which student they are at the provider. */
  readonly ownStudentId: string | undefined
}

/** Assignments are shared rows, so the provider is named. */
export async function findSubject(
  transaction: ReadTransaction,
  providerId: string,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<KnownSubject | undefined> {
  const row = await transaction
    .selectFrom('person as p')
    .leftJoin('assignment as a', join =>
      join
        .onRef('a.person_id', '=', 'p.id')
        .on('a.provider_id', '=', providerId)
        .on('a.role', '=', 'student'),
    )
    .select(['p.id', 'a.student_id'])
    .where('p.issuer', '=', issuer)
    .where('p.subject', '=', subject)
    .executeTakeFirst()
  return row && { personId: uuidOf(row.id), ownStudentId: row.student_id ?? undefined }
}

/** Who signs in as this student. */
export async function studentPersons(
  transaction: ReadTransaction,
  providerId: string,
  studentId: string,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('assignment')
    .select('person_id')
    .where('provider_id', '=', providerId)
    .where('role', '=', 'student')
    .where('student_id', '=', studentId)
    .execute()
  return rows.map(row => row.person_id)
}

/** Finds or makes the person; a known one keeps their name. */
export async function ensureSubject(
  transaction: WriteTransaction,
  person: {
    readonly issuer: string
    readonly subject: string
    readonly name: string
    readonly language: Language
  },
): Promise<Uuid> {
  const inserted = await transaction
    .insertInto('person')
    .values({ id: newId(), ...person })
    .onConflict(conflict => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return uuidOf(inserted.id)
  const { id } = await transaction
    .selectFrom('person')
    .select('id')
    .where('issuer', '=', person.issuer)
    .where('subject', '=', person.subject)
    .executeTakeFirstOrThrow()
  return uuidOf(id)
}

/** Gives the role that was invited to. False where the person is another student at this provider already. */
export async function giveRole(
  transaction: WriteTransaction,
  given: {
    readonly personId: string
    readonly providerId: string
    readonly role: Extract<Role, 'student' | 'guardian'>
    readonly studentId: string | null
  },
): Promise<boolean> {
  const { personId, providerId, role, studentId } = given
  const { rows } = await sql<{ student_id: string | null }>`
    insert into assignment as a (person_id, provider_id, role, student_id)
    values (${personId}, ${providerId}, ${role}, ${studentId})
    on conflict (person_id, provider_id, role) do update set role = a.role
    returning a.student_id`.execute(transaction)
  return rows[0]?.student_id === studentId
}
