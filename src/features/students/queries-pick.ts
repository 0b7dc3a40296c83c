import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from './queries-protection.ts'
import { holdsOthers, inRange, openlyFound } from './queries-search-text.ts'
import { ranks } from './rules-keys.ts'
import { searchText } from './rules-search.ts'

export interface PickedStudent {
  readonly id: string
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean
  readonly masked: boolean
}

/**
 * The first students whom a beginning of a name or a number finds, for somebody who asks about one and has no list:
 * whoever calls it has decided that the actor may. Those with turvakielto are found by a whole number only.
 */
export async function pickStudents(
  transaction: ReadTransaction,
  { actor, today }: { readonly actor: Actor; readonly today: PlainDate },
  typed: string,
  limit: number,
): Promise<PickedStudent[]> {
  const text = searchText(typed)
  if (text === undefined || text === 'nothing') return []
  const found = new Map<string, PickedStudent>()
  for (const rank of ranks) {
    if (found.size >= limit) break
    const { rows } = await sql<PickedStudent>`
      select s.id, s.student_oid, s.called_name, s.family_name, s.protected, ${maskedTo(actor, today)} as masked
      from student_key k
      cross join lateral (
        select * from student s where s.provider_id = k.provider_id and s.id = k.student_id offset 0) s
      where ${inRange(text, rank)} and ${holdsOthers(text)} and ${openlyFound(text)}
      order by k.key, k.student_id limit ${sql.lit(limit * 3)}`.execute(transaction)
    for (const row of rows) found.set(row.id, row)
  }
  return [...found.values()].slice(0, limit)
}
