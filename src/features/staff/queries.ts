import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { StaffRow } from './rules.ts'

const columns = [
  'id',
  'staff_number',
  'given_names',
  'family_name',
  'email',
  'language',
  'sort_name',
  'person_id',
] as const

/** The members with these numbers, locked for the change. */
export async function lockStaff(
  transaction: WriteTransaction,
  numbers: readonly string[],
): Promise<(StaffRow & { readonly vanished_at: Date | null })[]> {
  return transaction
    .selectFrom('staff_member')
    .select([...columns, 'vanished_at'])
    .where(sql<boolean>`staff_number = any (${numbers}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Inserts new members and writes changed ones over, in one statement. */
export async function writeStaff(
  transaction: WriteTransaction,
  rows: readonly StaffRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into staff_member (provider_id, id, staff_number, given_names, family_name, email, language, sort_name,
      person_id, changed_at)
    select current_setting('app.provider_id')::uuid, r.id, r.staff_number, r.given_names, r.family_name, r.email,
      r.language, r.sort_name, r.person_id, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, staff_number text, given_names text,
      family_name text, email text, language text, sort_name text, person_id uuid)
    on conflict (provider_id, id) do update set given_names = excluded.given_names,
      family_name = excluded.family_name, email = excluded.email, language = excluded.language,
      sort_name = excluded.sort_name, person_id = excluded.person_id, changed_at = excluded.changed_at,
      vanished_at = null`.execute(transaction)
}

/** Ids by staff number, of those who are still there. */
export async function findStaffIds(
  transaction: ReadTransaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('staff_member')
    .select(['id', 'staff_number'])
    .where(sql<boolean>`staff_number = any (${numbers}::text[])`)
    .where('vanished_at', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.staff_number, row.id]))
}

/** Which of these ids are members who are still there. */
export async function knownStaff(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await transaction
    .selectFrom('staff_member')
    .select('id')
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where('vanished_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.id))
}

const listed = 3_000

export async function listStaff(transaction: ReadTransaction): Promise<StaffRow[]> {
  return transaction
    .selectFrom('staff_member')
    .select(columns)
    .where('vanished_at', 'is', null)
    .orderBy('sort_name')
    .orderBy('id')
    .limit(listed)
    .execute()
}

/** Marks whom the run of a whole file has not met. Answers those who were marked. */
export async function markVanishedStaff(
  transaction: WriteTransaction,
  runId: string,
  now: Date,
): Promise<readonly { readonly id: string; readonly person_id: string | null }[]> {
  return transaction
    .updateTable('staff_member')
    .set({ vanished_at: now })
    .where('vanished_at', 'is', null)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('import_seen')
            .select('import_seen.key')
            .whereRef('import_seen.provider_id', '=', 'staff_member.provider_id')
            .where('import_seen.run_id', '=', runId)
            .whereRef('import_seen.key', '=', 'staff_member.staff_number'),
        ),
      ),
    )
    .returning(['id', 'person_id'])
    .execute()
}
