import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { studentAccess } from './access.ts'
import {
  groupOpen,
  type ListQuery,
  mineOnly,
  nameInOrder,
  orderOf,
  rightMatches,
} from './queries-list-narrow.ts'
import { type StudentListRow, shown } from './queries-list-row.ts'
import { candidates, type Few } from './queries-search-few.ts'
import { holdsOthers, inRange, inRanges, openlyFound } from './queries-search-text.ts'
import type { Rank } from './rules-keys.ts'
import { ranksFrom, type SearchText } from './rules-search.ts'

/**
 * Students found by what was typed, in the order of the key that was found: of each rank a range of keys, read until the
 * page is full. A student whom several keys tell stands at the first of them.
 */
export async function studentsByText(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
  text: SearchText,
): Promise<StudentListRow[]> {
  const rows: StudentListRow[] = []
  for (const rank of ranksFrom(query.after)) {
    const limit = query.limit - rows.length
    if (limit <= 0) break
    rows.push(...(await studentsOfRank(transaction, actor, { ...query, limit }, text, rank)))
  }
  return rows
}

async function studentsOfRank(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
  text: SearchText,
  rank: Rank,
): Promise<StudentListRow[]> {
  const { rows } = await sql<StudentListRow>`
    select ${shown(actor, query)}, k.key from student_key k
    cross join lateral (
      select * from student s where s.provider_id = k.provider_id and s.id = k.student_id offset 0) s
    where ${inRange(text, rank)} and ${behindKey(query)} and ${holdsOthers(text)}
      and (select false from student_key earlier
        where earlier.provider_id = k.provider_id and earlier.student_id = k.student_id and earlier.key < k.key
          and ${inRanges(text, 'earlier')} limit 1) is null
      and ${narrowed(actor, query)} and ${openlyFound(text)}
    order by k.key, k.student_id
    limit ${sql.lit(query.limit)}`.execute(transaction)
  return rows
}

/** The same of few students: each one's first key of the range is looked up. */
export async function studentsByTextOfFew(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
  text: SearchText,
  few: Few,
): Promise<StudentListRow[]> {
  const { rows } = await sql<StudentListRow>`
    select ${shown(actor, query)}, k.key from (${candidates(query, few)} offset 0) c
    cross join lateral (
      select * from student s where s.provider_id = c.provider_id and s.id = c.student_id offset 0) s
    cross join lateral (
      select k.key, k.student_id from student_key k
      where k.provider_id = s.provider_id and k.student_id = s.id and ${inRanges(text)} and ${holdsOthers(text)}
      order by k.key limit 1) k
    where ${behindKey(query)} and ${narrowed(actor, query)} and ${openlyFound(text)}
    order by k.key, k.student_id
    limit ${sql.lit(query.limit)}`.execute(transaction)
  return rows
}

/** A page in the order of the list of few students, who are sorted here. */
export async function studentsOfFew(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
  few: Few,
): Promise<StudentListRow[]> {
  const direction = sql.raw(query.backwards ? 'desc' : 'asc')
  // Without a name, without a group: last, and first when the order is turned round.
  const lacking = query.sort === 'group' ? sql`(s.group_code is null)` : sql`(s.sort_name = '')`
  const { rows } = await sql<StudentListRow>`
    select ${shown(actor, query)}, null as key from (${candidates(query, few)} offset 0) c
    cross join lateral (
      select * from student s where s.provider_id = c.provider_id and s.id = c.student_id offset 0) s
    where ${narrowed(actor, query)} and ${behindPlace(query)}
    order by ${lacking} ${direction}, ${orderOf(query)}
    limit ${sql.lit(query.limit)}`.execute(transaction)
  return rows
}

function behindPlace(query: ListQuery): RawBuilder<boolean> {
  const { after } = query
  if (after === undefined || after.by === 'match') return sql`true`
  const behind = sql.raw(query.backwards ? '<' : '>')
  const name = sql`${nameInOrder(query)}, s.id`
  const place = sql`${after.sortName}, ${after.id}::uuid`
  if (after.by === 'group')
    return sql`(s.group_code is null, coalesce(s.group_code, ''), ${name})
      ${behind} (${after.group === null}, ${after.group ?? ''}, ${place})`
  return sql`(s.sort_name = '', ${name}) ${behind} (${after.sortName === ''}, ${place})`
}

/** All that is asked of the student `s`. */
function narrowed(actor: Actor, query: ListQuery): RawBuilder<boolean> {
  const { group } = query.filters
  const conditions = [
    studentAccess.list.filter(actor, { studentId: 's.id' }),
    group === undefined ? sql`true` : sql`s.group_code = ${group}`,
    groupOpen(actor, query),
    mineOnly(query),
    rightMatches(query.filters),
  ]
  return sql`(${sql.join(conditions, sql` and `)})`
}

function behindKey({ after }: ListQuery): RawBuilder<boolean> {
  return after?.by === 'match' ? sql`(k.key, k.student_id) > (${after.key}, ${after.id}::uuid)` : sql`true`
}
