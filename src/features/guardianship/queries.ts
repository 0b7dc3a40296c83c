import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
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
