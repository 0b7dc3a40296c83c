import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRightState } from '../study-rights/contract.ts'

/** Plans after one id up to another, both in the order of ids; without `last` all that follow. */
export interface PlanPage {
  readonly after: string
  readonly last: string | undefined
}

export interface PlanRow {
  readonly id: string
  readonly student_id: string
  readonly begins: string | null
  readonly ends: string | null
  readonly began: string | null
  readonly states: readonly StudyRightState[] | null
}

/**
 * Plans with their study rights. Rights that the register does not know any more, and students who have been erased, are
 * there without states: of those nothing is told, and what was told is over.
 */
export async function planRows(transaction: ReadTransaction, ids: readonly string[]): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select p.id, p.student_id, r.starts_on as begins, r.estimated_end_on as ends, r.body -> 'states' as states,
      (select least(to_char(v.saved_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD'), v.body ->> 'firstApprovedOn')
        from plan_version v where v.provider_id = p.provider_id and v.plan_id = p.id and v.version = 1) as began
    from plan p
    left join student s on s.provider_id = p.provider_id and s.id = p.student_id
    left join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
      and r.vanished_at is null and s.vanished_at is null and s.erased_at is null
    where p.id = any (${ids}::uuid[]) and p.student_id is not null
    order by p.id`.execute(transaction)
  return rows
}

/** `[key, method, start, end, workplace?, interruptions]` of each period that goes on today or later. */
export type PeriodTuple = readonly [
  string,
  string,
  string,
  string,
  boolean,
  readonly { readonly start: string; readonly end?: string }[],
]

export interface PeriodsRow {
  readonly plan_id: string
  readonly last_end: string | null
  readonly ahead: readonly PeriodTuple[] | null
}

/** Learning periods, one row a plan: when the last one ended, and those that matter from today on. */
export async function periodRows(
  transaction: ReadTransaction,
  ids: readonly string[],
  today: PlainDate,
  horizon: PlainDate,
): Promise<PeriodsRow[]> {
  const { rows } = await sql<PeriodsRow>`
    select l.plan_id, max(l.ends_on) filter (where l.ends_on <= ${today}::date) as last_end,
      jsonb_agg(jsonb_build_array(coalesce(l.unique_id, l.pointer), l.method_code, l.starts_on, l.ends_on,
          l.workplace_name is not null, l.interruptions))
        filter (where l.ends_on >= ${today}::date and l.starts_on <= ${horizon}::date) as ahead
    from learning_period l where l.plan_id = any (${ids}::uuid[])
    group by l.plan_id`.execute(transaction)
  return rows
}

export interface DemonstrationsRow {
  readonly plan_id: string
  readonly last_end: string | null
  readonly ahead: readonly (readonly [string, string])[] | null
}

export async function demonstrationRows(
  transaction: ReadTransaction,
  ids: readonly string[],
  today: PlainDate,
  horizon: PlainDate,
): Promise<DemonstrationsRow[]> {
  const { rows } = await sql<DemonstrationsRow>`
    select d.plan_id, max(d.ends_on) filter (where d.ends_on <= ${today}::date) as last_end,
      jsonb_agg(jsonb_build_array(d.starts_on, d.ends_on))
        filter (where d.ends_on >= ${today}::date and d.starts_on <= ${horizon}::date) as ahead
    from demonstration d where d.plan_id = any (${ids}::uuid[])
    group by d.plan_id`.execute(transaction)
  return rows
}

export interface AttainedRow {
  readonly id: string
  readonly attained_on: string | null
  readonly completed_on: string | null
}

/**
 * What only some plans are asked for, since it lies deep in documents: the last passed assessment that the study register
 * tells, and the day on which all competence of the plan was achieved.
 */
export async function attainedRows(
  transaction: ReadTransaction,
  planIds: readonly string[],
  today: PlainDate,
): Promise<AttainedRow[]> {
  if (planIds.length === 0) return []
  const { rows } = await sql<AttainedRow>`
    select p.id, v.body ->> 'competenceAchievedOn' as completed_on, (
      select max(a #>> '{}') from (
        select jsonb_path_query(r.details, '$.attainments[*].units[*].assessment ? (!(@.passed == false)).assessedOn') as a
        union all
        select jsonb_path_query(r.details,
          '$.attainments[*].units[*].subjectAreas[*].assessment ? (!(@.passed == false)).assessedOn')) told
      where a #>> '{}' <= ${today}) as attained_on
    from plan p
    join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
    left join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    where p.id = any (${planIds}::uuid[])`.execute(transaction)
  return rows
}
