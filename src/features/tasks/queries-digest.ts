import { sql } from 'kysely'
import type { Role } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Rhythm } from './contract.ts'

export async function findRhythm(transaction: ReadTransaction, personId: Uuid): Promise<Rhythm | undefined> {
  const row = await transaction
    .selectFrom('digest_choice')
    .select('rhythm')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.rhythm as Rhythm | undefined
}

export async function saveRhythm(
  transaction: WriteTransaction,
  { now, personId, providerId, rhythm }: { providerId: Uuid; personId: Uuid; rhythm: Rhythm; now: Date },
): Promise<void> {
  await transaction
    .insertInto('digest_choice')
    .values({ provider_id: providerId, person_id: personId, rhythm, changed_at: now })
    .onConflict(conflict =>
      conflict.columns(['provider_id', 'person_id']).doUpdateSet({ rhythm, changed_at: now }),
    )
    .execute()
}

/** Where a person `a.person_id` is reached by e-mail at the provider: as staff, as a student, as a guardian. */
const emailOf = sql<string | null>`coalesce(
  (select m.email from staff_member m where m.person_id = a.person_id and m.vanished_at is null
    and m.email is not null order by m.id limit 1),
  (select c.email from student_contact c where c.student_id = (array_agg(a.student_id)
    filter (where a.student_id is not null))[1]),
  (select g.email from guardianship w join guardian g on g.provider_id = w.provider_id and g.id = w.guardian_id
    where w.person_id = a.person_id and g.custody and g.email is not null order by g.id limit 1))`

export async function emailOfPerson(
  transaction: ReadTransaction,
  personId: Uuid,
  providerId: Uuid,
): Promise<string | undefined> {
  const { rows } = await sql<{ email: string | null }>`
    select ${emailOf} as email from assignment a
    where a.person_id = ${personId} and a.provider_id = ${providerId} group by a.person_id`.execute(
    transaction,
  )
  return rows[0]?.email ?? undefined
}

export interface Recipient {
  readonly id: Uuid
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly student_id: Uuid | null
  /** Null where nothing has been chosen. */
  readonly rhythm: Rhythm | null
}

/** Everybody of the provider who can be reached and has not had this day's digest yet. */
export async function recipientsOf(
  transaction: ReadTransaction,
  providerId: Uuid,
  day: PlainDate,
): Promise<readonly Recipient[]> {
  const { rows } = await sql<Recipient>`
    select * from (
      select a.person_id as id, p.language, array_agg(a.role) as roles, max(c.rhythm) as rhythm,
        (array_agg(a.student_id) filter (where a.student_id is not null))[1] as student_id, ${emailOf} as email
      from assignment a join person p on p.id = a.person_id
      left join digest_choice c on c.provider_id = a.provider_id and c.person_id = a.person_id
      where a.provider_id = ${providerId}
        and not exists (select from digest d
          where d.provider_id = a.provider_id and d.person_id = a.person_id and d.day = ${day}::date)
      group by a.person_id, p.language) r
    where r.email is not null order by r.id`.execute(transaction)
  return rows
}

/** False when it was marked already. */
export async function markDigest(
  transaction: WriteTransaction,
  digest: { providerId: Uuid; personId: Uuid; day: PlainDate; items: number; now: Date },
): Promise<boolean> {
  const { day, items, now, personId, providerId } = digest
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('digest')
    .values({ provider_id: providerId, person_id: personId, day, items, sent_at: now })
    .onConflict(conflict => conflict.columns(['provider_id', 'person_id', 'day']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Which day's digests went is of no use to anybody after a while. */
export async function forgetDigests(transaction: WriteTransaction, before: PlainDate): Promise<void> {
  await transaction.deleteFrom('digest').where('day', '<', before).execute()
}
