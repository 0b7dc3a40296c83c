import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import { stateMeanings } from '../study-rights/rules-states.ts'
import type { PlanPage } from './queries-facts.ts'
import type { Looking } from './rules.ts'

/** The last plan of a page in the order of ids; undefined on the last page. */
export async function endOfPage(
  transaction: ReadTransaction,
  after: string,
  limit: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from plan where id > ${after}::uuid order by id offset ${sql.lit(limit - 1)} limit 1`.execute(
    transaction,
  )
  return rows[0]?.id
}

/**
 * The plans of a page that may show a sign, by what the database can say without reading documents: no fewer than the rules
 * find, and on most nights few more. The rules alone decide; where they change, this is to be looked at too.
 */
export async function suspectIds(
  transaction: ReadTransaction,
  page: PlanPage,
  looking: Looking,
): Promise<string[]> {
  const { limits, today } = looking
  const studying = stateMeanings.flatMap(({ kind, state }) => (kind === 'studying' ? [state] : []))
  const since = addDays(today, -7 * limits.progress.weeks)
  const soon = addDays(today, limits.workplace.days)
  const planned = plannedWeeks(looking)
  const { rows } = await sql<{ id: string }>`
    select p.id from plan p
    join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid and r.vanished_at is null
      and (r.present_state = any (${studying}) or r.state_changes_on <= ${today}::date)
    left join (
      select plan_id, max(ends_on) filter (where ends_on <= ${today}::date) as last_end,
        bit_or(${planned}) filter (where ends_on > ${today}::date and interruptions = '[]') as planned,
        bool_or(method_code in ('osaamisenhankkimistapa_koulutussopimus', 'osaamisenhankkimistapa_oppisopimus')
          and ends_on >= ${today}::date and starts_on <= ${soon}::date
          and (workplace_name is null or interruptions <> '[]')) as troubled
      from learning_period where ${inPage(page, 'plan_id')} group by plan_id) l on l.plan_id = p.id
    left join (
      select plan_id, max(ends_on) filter (where ends_on <= ${today}::date) as last_end,
        bit_or(${planned}) filter (where ends_on > ${today}::date) as planned
      from demonstration where ${inPage(page, 'plan_id')} group by plan_id) d on d.plan_id = p.id
    where ${inPage(page, 'p.id')} and p.student_id is not null and (
      (${limits.progress.on} and coalesce(greatest(l.last_end, d.last_end), ${since}::date) <= ${since}::date)
      or (${limits.emptyWeeks.on}
        and bit_count((coalesce(l.planned, 0) | coalesce(d.planned, 0))::bit(64))
          <= ${looking.weeks.length - limits.emptyWeeks.weeks})
      or (${limits.workplace.on} and l.troubled))`.execute(transaction)
  return rows.map(({ id }) => id)
}

export const inPage = ({ after, last }: PlanPage, column: string): RawBuilder<boolean> =>
  last === undefined
    ? sql`${sql.ref(column)} > ${after}::uuid`
    : sql`${sql.ref(column)} > ${after}::uuid and ${sql.ref(column)} <= ${last}::uuid`

/**
 * A bit for each week ahead whose first or last workday the row holds: of those it is certain that they are not empty. Which
 * days those are, the rules have worked out.
 */
function plannedWeeks({ weeks }: Looking): RawBuilder<bigint> {
  if (weeks.length === 0) return sql`0::bigint`
  const bits = (days: readonly (string | undefined)[]) => sql`
    ((1::bigint << width_bucket(ends_on, ${days}::date[]))
      - (1::bigint << width_bucket(starts_on - 1, ${days}::date[])))`
  return sql`(${bits(weeks.map(({ workdays }) => workdays[0]))} | ${bits(weeks.map(({ workdays }) => workdays.at(-1)))})`
}
