import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { GroupToWrite, StoredGroup } from './rules-register.ts'

/** The groups of these codes, and those as which they went on; locked for the change. */
export async function lockGroupsAround(
  transaction: WriteTransaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredGroup>> {
  const found = await sql<StoredGroup>`
    with recursive around as (
      select code, continues_as from student_group where code = any (${codes}::text[])
      union
      select g.code, g.continues_as from student_group g join around a on g.code = a.continues_as
    )
    select code, name, teacher_id, ends_on, continues_as from student_group
    where code in (select code from around) order by code for update`.execute(transaction)
  return new Map(found.rows.map(row => [row.code, row]))
}

/** Inserts new groups, writes changed ones over and opens them again. */
export async function writeGroups(
  transaction: WriteTransaction,
  rows: readonly GroupToWrite[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into student_group (provider_id, code, name, teacher_id, changed_at)
    select current_setting('app.provider_id')::uuid, r.code, r.name, r."teacherId", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, name text, "teacherId" uuid)
    on conflict (provider_id, code) do update set name = excluded.name, teacher_id = excluded.teacher_id,
      ends_on = null, continues_as = null, changed_at = excluded.changed_at,
      version = student_group.version + 1`.execute(transaction)
}
