import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'

/**
 * Whether the student of a row (by the name of its table in the statement) is masked to the actor: protected, and not
 * revealed to this person today. Registers need the data that they sent; students know their own.
 */
export function maskedTo(actor: Actor, today: PlainDate, student = 's'): RawBuilder<boolean> {
  if (actor.kind !== 'person') return sql<boolean>`false`
  const [row, id, providerId] = [
    sql.ref(`${student}.protected`),
    sql.ref(`${student}.id`),
    sql.ref(`${student}.provider_id`),
  ]
  return sql<boolean>`(coalesce(${row}, false) and ${id} is distinct from ${actor.studentId ?? null}::uuid
    and not exists (select from protection_reveal v where v.provider_id = ${providerId} and v.student_id = ${id}
      and v.person_id = ${actor.id} and v.held_on = ${today}::date))`
}

export interface ProtectionState {
  readonly protected: boolean
  readonly masked: boolean
}

/** How a student stands to the actor; undefined when there is no such student. */
export async function findProtection(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string | null,
): Promise<ProtectionState | undefined> {
  const { rows } = await sql<ProtectionState>`
    select s.protected, ${maskedTo(actor, today)} as masked from student s where s.id = ${studentId}`.execute(
    transaction,
  )
  return rows[0]
}

/** How often a turvakielto has begun or ended at the provider: open pages compare it with what they read before. */
export async function protectionVersion(transaction: ReadTransaction, providerId: string): Promise<number> {
  const { protection_version } = await transaction
    .selectFrom('provider')
    .select('protection_version')
    .where('id', '=', providerId)
    .executeTakeFirstOrThrow()
  return protection_version
}

/** In the transaction in which a turvakielto begins or ends. */
export async function countProtectionChange(
  transaction: WriteTransaction,
  providerId: string,
): Promise<void> {
  await transaction
    .updateTable('provider')
    .set({ protection_version: sql`protection_version + 1` })
    .where('id', '=', providerId)
    .execute()
}

/** A student by id, locked, as far as a turvakielto by hand needs to know them; undefined when there is none. */
export async function lockProtection(transaction: WriteTransaction, studentId: string) {
  return transaction
    .selectFrom('student')
    .select(['id', 'student_oid', 'student_number', 'given_names', 'called_name', 'family_name', 'protected'])
    .where('id', '=', studentId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveProtection(
  transaction: WriteTransaction,
  studentId: string,
  { holds, now, sortName }: { readonly holds: boolean; readonly sortName: string; readonly now: Date },
): Promise<void> {
  await transaction
    .updateTable('student')
    .set({ protected: holds, protected_here: holds, sort_name: sortName, changed_at: now })
    .where('id', '=', studentId)
    .execute()
  // Whoever had looked behind an earlier one looks again with a reason.
  await transaction.deleteFrom('protection_reveal').where('student_id', '=', studentId).execute()
}

/** From now on until the end of the day the student is shown to this person. */
export async function saveReveal(
  transaction: WriteTransaction,
  reveal: {
    readonly providerId: string
    readonly studentId: string
    readonly personId: string
    readonly today: PlainDate
    readonly now: Date
  },
): Promise<void> {
  const held = { held_on: reveal.today, revealed_at: reveal.now }
  await transaction
    .insertInto('protection_reveal')
    .values({
      provider_id: reveal.providerId,
      student_id: reveal.studentId,
      person_id: reveal.personId,
      ...held,
    })
    .onConflict(conflict => conflict.columns(['provider_id', 'student_id', 'person_id']).doUpdateSet(held))
    .execute()
}
