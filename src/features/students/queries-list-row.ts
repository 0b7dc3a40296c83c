import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ListQuery } from './queries-list-narrow.ts'
import { maskedTo } from './queries-protection.ts'
import type { ListedStudent } from './rules-search-row.ts'

export interface StudentListRow extends ListedStudent {
  readonly sort_name: string
  /** What was found of the student; null in a list without text. */
  readonly key: string | null
}

/** What a list shows of the student `s`, with their study rights and the state of each plan. */
export const shown = (
  actor: Actor,
  { today }: ListQuery,
): RawBuilder<unknown> => sql`s.id, s.student_oid, s.called_name, s.family_name, s.group_code, s.protected,
  ${maskedTo(actor, today)} as masked,
  s.vanished_at is not null as vanished, s.sort_name, ${rightsOf} as study_rights`

/** Study rights of the student `s`, the newest first, each with the state of its plan. */
export const rightsOf = sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'oid', r.oid, 'diary_number', r.diary_number, 'state', r.present_state,
    'plan', case when p.id is null then null else jsonb_build_object(
      'id', p.id, 'version', p.version, 'errors', p.errors, 'saved_at', p.saved_at,
      'warnings', p.warnings + (select count(*) from plan_conflict f
        where f.provider_id = p.provider_id and f.plan_id = p.id and f.settled_at is null)) end
  ) order by r.starts_on desc, r.oid), '[]')
  from study_right r
  left join plan p on p.provider_id = r.provider_id and p.study_right_oid = r.oid
  where r.provider_id = s.provider_id and r.student_id = s.id)`
