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
import { stretchesOf } from './rules-search.ts'

/**
 * A page in the order of the list, read from an index in that order: of all students, of a group, of a teacher. What else
 * narrows the list is looked at on the way.
 */
export async function studentsInOrder(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
): Promise<StudentListRow[]> {
  const rows: StudentListRow[] = []
  for (const [at, stretch] of stretchesOf(query.sort, query.backwards, query.after).entries()) {
    const left = query.limit - rows.length
    if (left <= 0) break
    // The first stretch is the one in which the place is; the others are read from their start.
    const place = at === 0 ? query.after : undefined
    const part = { ...query, after: place, limit: left }
    rows.push(...(await studentsOfStretch(transaction, actor, part, stretch)))
  }
  return rows
}

async function studentsOfStretch(
  transaction: ReadTransaction,
  actor: Actor,
  query: ListQuery,
  stretch: 'with' | 'without',
): Promise<StudentListRow[]> {
  const { filters } = query
  const { rows } = await sql<StudentListRow>`
    select ${shown(actor, query)}, null as key from student s
    where ${studentAccess.list.filter(actor, { studentId: 's.id' })}
      and ${filters.group === undefined ? sql`true` : sql`s.group_code = ${filters.group}`}
      and ${groupOpen(actor, query)}
      and ${mineOnly(query)}
      and ${stretchCondition(query, stretch)}
      and ${behindPlace(query, stretch)}
      and ${rightMatches(filters)}
    order by ${orderOf(query)}
    limit ${sql.lit(query.limit)}`.execute(transaction)
  return rows
}

function stretchCondition(query: ListQuery, stretch: 'with' | 'without'): RawBuilder<boolean> {
  if (query.sort === 'group') {
    return stretch === 'with' ? sql`s.group_code is not null` : sql`s.group_code is null`
  }
  // In the collation of the index: in another one its condition would be looked at row by row.
  return stretch === 'with' ? sql`${nameInOrder(query)} > ''` : sql`${nameInOrder(query)} = ''`
}

function behindPlace(query: ListQuery, stretch: 'with' | 'without'): RawBuilder<boolean> {
  const { after } = query
  if (after === undefined || after.by === 'match') return sql`true`
  const behind = sql.raw(query.backwards ? '<' : '>')
  const [name, place] = [nameInOrder(query), sql`${after.sortName}, ${after.id}::uuid`]
  if (after.by === 'group' && stretch === 'with')
    return sql`(s.group_code, ${name}, s.id) ${behind} (${after.group}, ${place})`
  return sql`(${name}, s.id) ${behind} (${place})`
}
