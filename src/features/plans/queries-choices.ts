import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'

/**
 * As the key of a learning period's workplace is made: the name in small letters, a mark, the business id. Compared by bytes
 * as the index is: the collation that makes small letters would otherwise be the comparison's too.
 */
export const keyOf = (name: string | RawBuilder<unknown>): RawBuilder<string> =>
  sql`(lower(${name}::text collate "und-x-icu") collate "C")`
export const mark = sql`chr(31)`
// No text of the bytes after it exists, so nothing that begins so is behind the end.
const end = '\u{10ffff}'

/**
 * Whether what a learning period `l` tells may be offered to others: not where the student has turvakielto, whoever asks. A
 * list of workplaces must not say where such a student is.
 */
export const open = sql`(select coalesce(not s.protected, true) from plan p
  left join student s on s.provider_id = p.provider_id and s.id = p.student_id
  where p.provider_id = l.provider_id and p.id = l.plan_id)`

export interface FoundWorkplace {
  readonly name: string
  readonly business_id: string | null
}

/** How many names are looked at: those of protected students alone are passed over. */
const lookedAt = 60

/**
 * Workplaces whose names begin so, each once, as it was written last. One step for each workplace and not for each period:
 * a few of them stand in thousands of plans.
 */
export async function workplacesByName(
  transaction: ReadTransaction,
  beginning: string,
  limit: number,
): Promise<FoundWorkplace[]> {
  const before = sql`l.workplace_key < ${keyOf(beginning)} || ${end}`
  const { rows } = await sql<FoundWorkplace>`
    with recursive known as (
      (select l.provider_id, l.workplace_key, 1 as place from learning_period l
        where l.workplace_key >= ${keyOf(beginning)} and ${before}
        order by l.provider_id, l.workplace_key limit 1)
      union all
      select next.provider_id, next.workplace_key, k.place + 1 from known k
      cross join lateral (
        select l.provider_id, l.workplace_key from learning_period l
        where l.provider_id = k.provider_id and l.workplace_key > k.workplace_key and ${before}
        order by l.workplace_key limit 1) next
      where k.place < ${sql.lit(lookedAt)}
    )
    select newest.workplace_name as name, newest.business_id from known k
    cross join lateral (
      select l.workplace_name, l.business_id from learning_period l
      where l.provider_id = k.provider_id and l.workplace_key = k.workplace_key and ${open}
      order by l.ends_on desc limit 1) newest
    order by k.workplace_key
    limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export interface AtWorkplace {
  readonly name: string
  readonly businessId: string | undefined
}

const at = ({ businessId, name }: AtWorkplace): RawBuilder<boolean> =>
  businessId === undefined
    ? sql`(l.workplace_key >= ${keyOf(name)} || ${mark} and l.workplace_key < ${keyOf(name)} || ${mark} || ${end})`
    : sql`(l.workplace_key = ${keyOf(name)} || ${mark} || ${businessId}::text)`

export interface FoundInstructor {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}

/** Of a large workplace the newest periods tell enough. */
const newestPeriods = 200

/** Instructors of a workplace, whoever guided last first. Erased ones are nobody any more. */
export async function instructorsAt(
  transaction: ReadTransaction,
  workplace: AtWorkplace,
  limit: number,
): Promise<FoundInstructor[]> {
  const { rows } = await sql<FoundInstructor>`
    select c.content->>'name' as name, c.content->>'email' as email, c.content->>'phone' as phone
    from (
      select l.provider_id, l.instructor_contact_id, l.ends_on from learning_period l
      where ${at(workplace)} and l.instructor_contact_id is not null and ${open}
      order by l.ends_on desc limit ${sql.lit(newestPeriods)} offset 0) l
    cross join lateral (
      select c.content from contact c
      where c.provider_id = l.provider_id and c.id = l.instructor_contact_id and c.erased_at is null offset 0) c
    where coalesce(c.content->>'name', '') <> ''
    group by 1, 2, 3
    order by max(l.ends_on) desc, 1
    limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

/** The duties of the newest periods at a workplace: a list for each of them. */
export async function tasksAt(
  transaction: ReadTransaction,
  workplace: AtWorkplace,
  periods: number,
): Promise<readonly (readonly string[])[]> {
  const { rows } = await sql<{ tasks: readonly string[] | null }>`
    select v.body #> (string_to_array(substr(l.pointer, 2), '/') || '{workplace,tasks}') as tasks
    from (
      select l.provider_id, l.plan_id, l.pointer, l.ends_on from learning_period l
      where ${at(workplace)} and ${open}
      order by l.ends_on desc limit ${sql.lit(periods)} offset 0) l
    cross join lateral (
      select p.version from plan p where p.provider_id = l.provider_id and p.id = l.plan_id offset 0) p
    cross join lateral (
      select v.body from plan_version v
      where v.provider_id = l.provider_id and v.plan_id = l.plan_id and v.version = p.version offset 0) v
    order by l.ends_on desc`.execute(transaction)
  return rows.flatMap(row => (Array.isArray(row.tasks) ? [row.tasks] : []))
}
