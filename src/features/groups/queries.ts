import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { openInGroup } from '../students/public.ts'
import type { GroupAfter, GroupBefore } from './rules-year.ts'

export interface GroupListRow {
  readonly code: string
  readonly name: string | null
  readonly teacher_id: string | null
  readonly teacher_person_id: string | null
  readonly teacher_given_names: string | null
  readonly teacher_family_name: string | null
  readonly ends_on: string | null
  readonly continues_as: string | null
  readonly version: number
  readonly students: number
  readonly none: number
  readonly errors: number
  readonly warnings: number
  readonly fine: number
}

export interface GroupQuery {
  readonly mine: boolean
  readonly ended: boolean
  readonly after: string | undefined
  readonly limit: number
}

/** Groups in order of their codes, each with its students counted by the state of their plans. */
export async function listGroups(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  { after, ended, limit, mine }: GroupQuery,
): Promise<GroupListRow[]> {
  const personId = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<GroupListRow>`
    select g.code, g.name, g.teacher_id, m.person_id as teacher_person_id, m.given_names as teacher_given_names,
      m.family_name as teacher_family_name, g.ends_on, g.continues_as, g.version, c.*
    from student_group g
    left join staff_member m on m.provider_id = g.provider_id and m.id = g.teacher_id
    cross join lateral (${countsFor(actor, today)}) c
    where ${ended ? sql`true` : sql`g.ends_on is null`}
      and ${mine ? sql`m.person_id = ${personId}` : sql`true`}
      and ${after === undefined ? sql`true` : sql`g.code > ${after}`}
    order by g.code limit ${limit}`.execute(transaction)
  return rows
}

/** The worst plan of each student counts. A count must not tell of anybody whom the list of the group hides. */
const countsFor = (actor: Actor, today: PlainDate) => sql`
  select count(*)::int as students, count(*) filter (where w.plans = 0)::int as none,
    count(*) filter (where w.errors > 0)::int as errors,
    count(*) filter (where w.errors = 0 and w.warnings > 0)::int as warnings,
    count(*) filter (where w.plans > 0 and w.errors = 0 and w.warnings = 0)::int as fine
  from (
    select count(p.id) as plans, coalesce(max(p.errors), 0) as errors, coalesce(max(p.warnings), 0) as warnings
    from student s left join plan p on p.provider_id = s.provider_id and p.student_id = s.id
    where s.provider_id = g.provider_id and s.group_code = g.code and s.vanished_at is null
      and ${openInGroup(actor, today)}
    group by s.id) w`

export interface LockedGroup extends GroupBefore {
  readonly teacherPersonId: string | null
}

/** The groups of these codes, in the order of codes, locked for the change. */
export async function lockGroups(
  transaction: WriteTransaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, LockedGroup>> {
  const { rows } = await sql<LockedGroup>`
    select g.code, g.name, g.teacher_id as "teacherId", g.ends_on as "endsOn", g.version,
      (select m.person_id from staff_member m where m.provider_id = g.provider_id and m.id = g.teacher_id)
        as "teacherPersonId"
    from student_group g where g.code = any (${codes}::text[]) order by g.code for update`.execute(
    transaction,
  )
  return new Map(rows.map(row => [row.code, row]))
}

/** Writes groups as they will be, new ones too. Answers their versions. */
export async function writeGroupsAfter(
  transaction: WriteTransaction,
  groups: readonly GroupAfter[],
  now: Date,
  today: string,
): Promise<ReadonlyMap<string, number>> {
  if (groups.length === 0) return new Map()
  const { rows } = await sql<{ code: string; version: number }>`
    insert into student_group as g (provider_id, code, name, teacher_id, starts_on, ends_on, continues_as, changed_at)
    select current_setting('app.provider_id')::uuid, r.code, r.name, r."teacherId", ${today}::date, r."endsOn",
      r."continuesAs", ${now}
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
      as r (code text, name text, "teacherId" uuid, "endsOn" date, "continuesAs" text)
    on conflict (provider_id, code) do update set name = excluded.name, teacher_id = excluded.teacher_id,
      ends_on = excluded.ends_on, continues_as = excluded.continues_as, changed_at = excluded.changed_at,
      version = g.version + 1
    returning g.code, g.version`.execute(transaction)
  return new Map(rows.map(row => [row.code, row.version]))
}
