import { type RawBuilder, sql } from 'kysely'
import { type Rank, ranks } from './rules-keys.ts'
import type { SearchText } from './rules-search.ts'

/** Keys that begin so: no text of the bytes after U+10FFFF exists, so nothing that begins so is behind the end. */
export function inRange(
  { longest }: SearchText,
  rank: Rank,
  keys: 'k' | 'earlier' = 'k',
): RawBuilder<boolean> {
  const key = sql.ref(`${keys}.key`)
  return sql`(${key} >= ${`${rank}${longest}`} and ${key} < ${`${rank}${longest}\u{10ffff}`})`
}

/** Of any rank: for one student's keys, which are few. */
export const inRanges = (text: SearchText, keys: 'k' | 'earlier' = 'k'): RawBuilder<boolean> =>
  sql`(${sql.join(
    ranks.map(rank => inRange(text, rank, keys)),
    sql` or `,
  )})`

/** Each further token begins a word of the key, behind its rank. */
export function holdsOthers({ others }: SearchText): RawBuilder<boolean> {
  const conditions = others.map(token => sql`strpos(' ' || substr(k.key, 2), ${` ${token}`}) > 0`)
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

/** A student with turvakielto is found by a whole number only. */
export function openlyFound({ whole }: SearchText): RawBuilder<boolean> {
  return sql`(not s.protected or (select true from student_key w
    where w.provider_id = s.provider_id and w.student_id = s.id and w.key = ${`0${whole}`} limit 1))`
}
