import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { keyOf, mark, open } from './queries-choices.ts'

/** A workplace that plans know, with who has guided there and what was last done. */
export interface PlaceKnown {
  readonly asked: string
  readonly name: string
  readonly business_id: string | null
  readonly instructors: readonly { readonly name: string; readonly email?: string; readonly phone?: string }[]
  readonly tasks: readonly string[] | null
}

const places = 8
const newest = 50
const instructors = 3

/**
 * The workplaces of exactly these names, each once, whatever its letters: many names in one statement. Says nothing of whose
 * they were; those of protected students alone are passed over.
 */
export async function placesNamed(
  transaction: ReadTransaction,
  names: readonly string[],
): Promise<readonly PlaceKnown[]> {
  if (names.length === 0) return []
  const { rows } = await sql<PlaceKnown>`
    select n.asked, w.name, w.business_id, w.instructors, w.tasks
    from unnest(${names}::text[]) as n (asked)
    cross join lateral (
      select k.name, k.business_id,
        (select coalesce(jsonb_agg(i.content order by i.last desc), '[]') from (
          select c.content, max(l.ends_on) as last from (
            select l.provider_id, l.instructor_contact_id, l.ends_on from learning_period l
            where l.provider_id = k.provider_id and l.workplace_key = k.workplace_key
              and l.instructor_contact_id is not null and ${open}
            order by l.ends_on desc limit ${sql.lit(newest)}) l
          join contact c on c.provider_id = l.provider_id and c.id = l.instructor_contact_id
          where c.erased_at is null and coalesce(c.content->>'name', '') <> ''
          group by c.content order by 2 desc limit ${sql.lit(instructors)}) i) as instructors,
        (select v.body #> (string_to_array(substr(l.pointer, 2), '/') || '{workplace,tasks}')
          from learning_period l
          join plan p on p.provider_id = l.provider_id and p.id = l.plan_id
          join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
          where l.provider_id = k.provider_id and l.workplace_key = k.workplace_key and ${open}
          order by l.ends_on desc limit 1) as tasks
      from (
        select distinct on (l.workplace_key) l.provider_id, l.workplace_key, l.workplace_name as name, l.business_id
        from learning_period l
        where l.workplace_key >= ${keyOf(sql`n.asked`)} || ${mark}
          and l.workplace_key < ${keyOf(sql`n.asked`)} || chr(32) and ${open}
        order by l.workplace_key, l.ends_on desc limit ${sql.lit(places)}) k
    ) w`.execute(transaction)
  return rows
}
