import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { PlanStanding, StudentFilters } from './contract-list.ts'
import { maskedTo } from './queries-protection.ts'
import type { ListPlace } from './rules-search.ts'

/** A page that is asked for. */
export interface ListQuery {
  readonly filters: StudentFilters
  /** Whose students `mine` are; nobody's for those who are no persons. */
  readonly personId: Uuid | undefined
  /** A turvakielto that was looked behind is open until the end of the day. */
  readonly today: PlainDate
  readonly sort: 'name' | 'group'
  readonly backwards: boolean
  /** Whose order of letters. */
  readonly language: Language
  readonly after: ListPlace | undefined
  readonly limit: number
}

/** The sorted name in the order of the reader's language: the expression of an index. */
export function nameInOrder({ language }: Pick<ListQuery, 'language'>): RawBuilder<string> {
  return sql`s.sort_name collate ${sql.raw(language === 'sv' ? '"sv-x-icu"' : '"fi-x-icu"')}`
}

export function orderOf(query: ListQuery): RawBuilder<unknown> {
  const direction = sql.raw(query.backwards ? 'desc' : 'asc')
  const byName = sql`${nameInOrder(query)} ${direction}, s.id ${direction}`
  return query.sort === 'group' ? sql`s.group_code ${direction}, ${byName}` : byName
}

/** The staff member who the person is. A person is told by one row of staff; of several the first counts. */
export const staffIdOf = (personId: Uuid | undefined): RawBuilder<string> =>
  sql`(select m.id from staff_member m where m.person_id = ${personId ?? null}::uuid order by m.id limit 1)`

/**
 * Whether the student may stand where the reader sees their group: in a list of the group, or in the order of groups. A
 * turvakielto hides the group from all but the student's own teacher, who needs the whole class.
 */
export function groupOpen(
  actor: Actor,
  { filters, sort, today }: Pick<ListQuery, 'filters' | 'sort' | 'today'>,
): RawBuilder<boolean> {
  return filters.group === undefined && sort !== 'group' ? sql`true` : openInGroup(actor, today)
}

/** Whether the actor may know in which group the student `s` is. */
export function openInGroup(actor: Actor, today: PlainDate): RawBuilder<boolean> {
  const personId = actor.kind === 'person' ? actor.id : undefined
  return sql`(not ${maskedTo(actor, today)} or s.teacher_id = ${staffIdOf(personId)})`
}

export function mineOnly({
  filters,
  personId,
}: Pick<ListQuery, 'filters' | 'personId'>): RawBuilder<boolean> {
  return filters.mine === true ? sql`s.teacher_id = ${staffIdOf(personId)}` : sql`true`
}

/**
 * Whether one study right of the student `s` fits all that is asked of one. A subselect that yields a value is looked up
 * for each row that is met; a semi-join might be turned round and read all study rights first.
 */
export function rightMatches(filters: StudentFilters): RawBuilder<boolean> {
  const { qualification, rightState, planState } = filters
  if (qualification === undefined && rightState === undefined && planState === undefined) return sql`true`
  return sql`(select true from study_right r
    left join plan p on p.provider_id = r.provider_id and p.study_right_oid = r.oid
    where r.provider_id = s.provider_id and r.student_id = s.id and ${rightConditions(filters)} limit 1)`
}

/** Conditions on a study right `r` with its plan `p`. */
export function rightConditions({
  qualification,
  rightState,
  planState,
}: StudentFilters): RawBuilder<boolean> {
  const conditions = [
    ...(qualification === undefined ? [] : [sql`r.diary_number = ${qualification}`]),
    ...(rightState === undefined ? [] : [sql`r.present_state = ${rightState}`]),
    ...(planState === undefined ? [] : [standings[planState]]),
  ]
  return sql`(${sql.join(conditions, sql` and `)})`
}

const open = sql`exists (select from plan_conflict f
  where f.provider_id = p.provider_id and f.plan_id = p.id and f.settled_at is null)`

const standings: Readonly<Record<PlanStanding, RawBuilder<boolean>>> = {
  none: sql`p.id is null`,
  errors: sql`p.errors > 0`,
  warnings: sql`(p.errors = 0 and (p.warnings > 0 or ${open}))`,
  fine: sql`(p.errors = 0 and p.warnings = 0 and not ${open})`,
}
