import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'

/** A student under 18 and somebody who signs in as their guardian, with custody. */
export interface Guarded {
  readonly studentId: Uuid
  readonly guardianId: Uuid
  readonly guardianPersonId: Uuid
  /** The 18th birthday: from that day on there is nothing. */
  readonly endsOn: PlainDate
  /** Turvakielto: places, groups and whereabouts are hidden from guardians, and no reveal shows them. */
  readonly protected: boolean
}

interface Row {
  readonly student_id: string
  readonly guardian_id: string
  readonly person_id: string
  readonly ends_on: string
  readonly protected: boolean
}

const held = (row: Row): Guarded => ({
  studentId: uuidOf(row.student_id),
  guardianId: uuidOf(row.guardian_id),
  guardianPersonId: uuidOf(row.person_id),
  endsOn: plainDateOf(row.ends_on),
  protected: row.protected,
})

// The register may have mended the birth date since the guardian's end was last renewed: the earlier end holds.
const endsOn = sql`least(g.ends_on, (s.birth_date + interval '18 years')::date)`

/**
 * The guardianships that give something on a day, by person or by student. Closed unless everything holds: the register
 * tells of custody, knows the end, and the end has not come.
 */
async function select(
  transaction: ReadTransaction,
  whose: { readonly personId: string } | { readonly studentId: string },
  today: PlainDate,
): Promise<Guarded[]> {
  const which =
    'personId' in whose ? sql`w.person_id = ${whose.personId}` : sql`w.student_id = ${whose.studentId}`
  const { rows } = await sql<Row>`
    select w.student_id, w.guardian_id, w.person_id, ${endsOn} as ends_on, coalesce(s.protected, false) as protected
    from guardianship w
    join guardian g on g.provider_id = w.provider_id and g.id = w.guardian_id and g.student_id = w.student_id
    join student s on s.provider_id = w.provider_id and s.id = w.student_id
    where ${which} and g.custody and g.ends_on is not null and s.erased_at is null and ${today}::date < ${endsOn}
    order by s.id, w.person_id`.execute(transaction)
  return rows.map(held)
}

/** The students of whom a person is a guardian today, at the provider of the transaction. */
export const guardedStudents = (
  transaction: ReadTransaction,
  personId: string,
  today: PlainDate,
): Promise<Guarded[]> => select(transaction, { personId }, today)

/** Those who sign in as guardians of a student today. */
export const guardiansSigningIn = (
  transaction: ReadTransaction,
  studentId: string,
  today: PlainDate,
): Promise<Guarded[]> => select(transaction, { studentId }, today)

/** Who is linked to which guardian of the student, whether it gives anything today or not. */
export async function guardianPersons(
  transaction: ReadTransaction,
  studentId: string,
): Promise<{ readonly guardianId: string; readonly personId: string }[]> {
  const rows = await transaction
    .selectFrom('guardianship')
    .select(['guardian_id', 'person_id'])
    .where('student_id', '=', studentId)
    .execute()
  return rows.map(row => ({ guardianId: row.guardian_id, personId: row.person_id }))
}

/** From now on whoever signs in so is this guardian of this student. */
export async function linkGuardian(
  transaction: WriteTransaction,
  row: {
    readonly providerId: string
    readonly personId: string
    readonly studentId: string
    readonly guardianId: string
    readonly now: Date
    readonly by: string | null
  },
): Promise<void> {
  await transaction
    .insertInto('guardianship')
    .values({
      provider_id: row.providerId,
      person_id: row.personId,
      student_id: row.studentId,
      guardian_id: row.guardianId,
      linked_at: row.now,
      linked_by: row.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['provider_id', 'person_id', 'student_id'])
        .doUpdateSet({ guardian_id: row.guardianId, linked_at: row.now, linked_by: row.by }),
    )
    .execute()
}

/** Whoever signs in as this guardian of this student does so no more; the role stays with whoever guards another. */
export async function unlinkGuardian(
  transaction: WriteTransaction,
  place: { readonly providerId: string; readonly studentId: string; readonly guardianId: string },
): Promise<string[]> {
  const rows = await transaction
    .deleteFrom('guardianship')
    .where('student_id', '=', place.studentId)
    .where('guardian_id', '=', place.guardianId)
    .returning('person_id')
    .execute()
  const personIds = rows.map(row => row.person_id)
  await takeRoles(transaction, place.providerId, personIds)
  return personIds
}

/** Takes the role from those of the people who guard nobody any more at the provider. */
async function takeRoles(
  transaction: WriteTransaction,
  providerId: string,
  personIds: readonly string[],
): Promise<void> {
  await sql`
    delete from assignment a where a.provider_id = ${providerId} and a.role = 'guardian'
      and a.person_id = any (${personIds}::uuid[])
      and not exists (select from guardianship w where w.provider_id = a.provider_id and w.person_id = a.person_id)`.execute(
    transaction,
  )
}

/** Takes the role from those who guard nobody any more at the provider; answers who they were. */
export async function endRoles(
  transaction: WriteTransaction,
  providerId: string,
  today: PlainDate,
): Promise<string[]> {
  await sql`
    delete from guardianship w using guardian g
    where g.provider_id = w.provider_id and g.id = w.guardian_id and g.ends_on <= ${today}::date`.execute(
    transaction,
  )
  const { rows } = await sql<{ person_id: string }>`
    delete from assignment a where a.provider_id = ${providerId} and a.role = 'guardian'
      and not exists (select from guardianship w where w.provider_id = a.provider_id and w.person_id = a.person_id)
    returning a.person_id`.execute(transaction)
  return rows.map(row => row.person_id)
}

/** Forgets who signs in as guardians of a student, and takes the role from those who guard nobody else. */
export async function deleteGuardianshipsOf(
  transaction: WriteTransaction,
  providerId: string,
  studentId: string,
): Promise<string[]> {
  const rows = await transaction
    .deleteFrom('guardianship')
    .where('student_id', '=', studentId)
    .returning('person_id')
    .execute()
  const personIds = rows.map(row => row.person_id)
  await takeRoles(transaction, providerId, personIds)
  return personIds
}
