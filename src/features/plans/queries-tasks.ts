import { type RawBuilder, sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { ownStudent } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'

/** Whose plans are looked at: all of the provider's, or those of a person's own students. */
export interface Whose {
  readonly care: 'all' | 'own'
  readonly person: Person
}

/** Plans `p` with their students `s`, begun at the students where these are few. */
const plansOf = ({ care, person }: Whose): RawBuilder<unknown> =>
  care === 'own'
    ? sql`student s join plan p on p.provider_id = s.provider_id and p.student_id = s.id and ${ownStudent(person)}`
    : sql`plan p join student s on s.provider_id = p.provider_id and s.id = p.student_id`

/** Of those who study, or may go on: nobody mends what has ended. */
const goesOn = sql`s.erased_at is null and coalesce((select r.present_state in
  ('lasna', 'loma', 'valiaikaisestikeskeytynyt') from study_right r
  where r.provider_id = p.provider_id and r.oid = p.study_right_oid), true)`

export interface FaultyPlan {
  readonly id: string
  readonly student_id: string
  readonly errors: number
  readonly warnings: number
  readonly saved_on: string
}

/** Plans with errors, then those with warnings; what has waited longest first. */
export async function faultyPlans(
  transaction: ReadTransaction,
  whose: Whose,
  limit: number,
): Promise<readonly FaultyPlan[]> {
  const errors = await ofStanding(transaction, whose, 'errors', limit)
  if (errors.length === limit) return errors
  return [...errors, ...(await ofStanding(transaction, whose, 'warnings', limit - errors.length))]
}

type Standing = 'errors' | 'warnings'

/** Condition and expression of an index, so that faulty plans are found in their order without reading the others. */
const faulty = sql`(p.errors > 0 or p.warnings > 0)`
const standing = sql`case when p.errors > 0 then 'errors' when p.warnings > 0 then 'warnings' else 'fine' end`

async function ofStanding(
  transaction: ReadTransaction,
  whose: Whose,
  which: Standing,
  limit: number,
): Promise<readonly FaultyPlan[]> {
  const { rows } = await sql<FaultyPlan>`
    select p.id, p.student_id, p.errors, p.warnings, (p.saved_at at time zone 'Europe/Helsinki')::date as saved_on
    from ${plansOf(whose)}
    where ${faulty} and ${standing} = ${sql.lit(which)} and ${goesOn}
    order by p.saved_at, p.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export async function countFaulty(transaction: ReadTransaction, whose: Whose): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from ${plansOf(whose)}
    where ${faulty} and ${goesOn} limit ${sql.lit(countedAtMost)}) counted`.execute(transaction)
  return rows[0]?.count ?? 0
}

export interface DisputedPlan {
  readonly id: string
  readonly student_id: string
  readonly conflicts: number
  readonly noticed_on: string
  readonly total: number
}

/**
 * Plans with conflicts that nobody has settled, the oldest first, with how many there are. A plan's earliest stands for
 * the others, so that only as many are met as are counted.
 */
export async function disputedPlans(
  transaction: ReadTransaction,
  whose: Whose,
  limit: number,
): Promise<readonly DisputedPlan[]> {
  const { rows } = await sql<DisputedPlan>`
    with open as materialized (
      select c.provider_id, p.id, p.student_id, c.noticed_at
      from plan_conflict c join plan p on p.provider_id = c.provider_id and p.id = c.plan_id
      join student s on s.provider_id = p.provider_id and s.id = p.student_id
      where c.settled_at is null and s.erased_at is null
        and ${whose.care === 'all' ? sql`true` : ownStudent(whose.person)}
        and not exists (select from plan_conflict e where e.provider_id = c.provider_id and e.plan_id = c.plan_id
          and e.settled_at is null and (e.noticed_at, e.id) < (c.noticed_at, c.id))
      order by c.noticed_at, c.id limit ${whose.care === 'all' ? sql.lit(countedAtMost) : sql`all`})
    select o.id, o.student_id, (o.noticed_at at time zone 'Europe/Helsinki')::date as noticed_on, o.total,
      (select count(*) from plan_conflict c where c.provider_id = o.provider_id and c.plan_id = o.id
        and c.settled_at is null)::int as conflicts
    from (select open.*, (count(*) over ())::int as total from open
      order by noticed_at, id limit ${sql.lit(limit)}) o
    order by o.noticed_at, o.id`.execute(transaction)
  return rows
}
