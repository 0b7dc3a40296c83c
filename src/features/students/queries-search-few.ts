import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { studentAccess } from './access.ts'
import { type ListQuery, staffIdOf } from './queries-list-narrow.ts'
import { inRange } from './queries-search-text.ts'
import { ranks } from './rules-keys.ts'
import { type Counts, fewAtMost, type Narrowing, type SearchText } from './rules-search.ts'

/** Whose students are few: one narrowing's, or those whom the actor may see at all. */
export type Few = Narrowing | { readonly own: Actor }

/** The keys of these students, from the index of the narrowing. */
export function candidates({ filters, personId }: ListQuery, few: Few): RawBuilder<unknown> {
  if (typeof few === 'object')
    return sql`select o.provider_id, o.id as student_id from student o
      where ${studentAccess.list.filter(few.own, { studentId: 'o.id' })}`
  switch (few) {
    case 'group':
      return sql`select o.provider_id, o.id as student_id from student o where o.group_code = ${filters.group ?? null}`
    case 'mine':
      return sql`select o.provider_id, o.id as student_id from student o where o.teacher_id = ${staffIdOf(personId)}`
    case 'qualification':
      return sql`select distinct r.provider_id, r.student_id from study_right r where r.diary_number = ${filters.qualification ?? null}`
    case 'rightState':
      return sql`select distinct r.provider_id, r.student_id from study_right r where r.present_state = ${filters.rightState ?? null}`
    case 'planState':
      return ofStanding(filters.planState ?? 'none')
  }
}

const standing = sql`(case when p.errors > 0 then 'errors' when p.warnings > 0 then 'warnings' else 'fine' end)`

/** A conflict that waits counts as a warning; whether errors outweigh it is looked at with the other conditions. */
function ofStanding(state: string): RawBuilder<unknown> {
  return sql`select distinct r.provider_id, r.student_id from (
      select p.provider_id, p.study_right_oid from plan p where ${standing} = ${state}
      ${state === 'warnings' ? withOpenConflicts : sql``} offset 0) p
    cross join lateral (select r.provider_id, r.student_id from study_right r
      where r.provider_id = p.provider_id and r.oid = p.study_right_oid offset 0) r`
}

const withOpenConflicts = sql`union all select p.provider_id, p.study_right_oid from plan_conflict f
  join plan p on p.provider_id = f.provider_id and p.id = f.plan_id where f.settled_at is null`

/** How many rows each has, counted no further than it matters. Of plans that are not there nobody can count. */
export async function countFew(
  transaction: ReadTransaction,
  { filters }: ListQuery,
  text: SearchText | undefined,
  counted: readonly ('text' | Narrowing)[],
): Promise<Counts> {
  const sources: Partial<Record<'text' | Narrowing, RawBuilder<unknown>>> = {
    qualification: sql`study_right r where r.diary_number = ${filters.qualification ?? null}`,
    rightState: sql`study_right r where r.present_state = ${filters.rightState ?? null}`,
    ...(filters.planState === undefined || filters.planState === 'none'
      ? {}
      : { planState: sql`plan p where ${standing} = ${filters.planState}` }),
    ...(text === undefined
      ? {}
      : {
          text: sql`(${sql.join(
            ranks.map(rank => sql`select from student_key k where ${inRange(text, rank)}`),
            sql` union all `,
          )}) k`,
        }),
  }
  const columns = counted.flatMap(name => {
    const source = sources[name]
    if (source === undefined) return []
    return [
      sql`(select count(*)::int from (select from ${source} limit ${sql.lit(fewAtMost + 1)}) c) as ${sql.ref(name)}`,
    ]
  })
  if (columns.length === 0) return {}
  const { rows } = await sql<Counts>`select ${sql.join(columns)}`.execute(transaction)
  return rows[0] ?? {}
}
