import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { staffIdOf } from './queries-list-narrow.ts'

export interface Choices {
  readonly mine: boolean
  readonly groups: readonly { readonly code: string; readonly name: string | null }[]
  readonly diary_numbers: readonly string[]
  readonly right_states: readonly string[]
}

/** What the provider's students differ by, each value once. */
export async function choicesOfList(
  transaction: ReadTransaction,
  personId: Uuid | undefined,
): Promise<Choices> {
  const { rows } = await sql<Choices>`
    with recursive ${eachOf('group_code', 'student')}, ${eachOf('diary_number', 'study_right')},
      ${eachOf('present_state', 'study_right')}
    select exists (select from student s where s.teacher_id = ${staffIdOf(personId)}) as mine,
      (select coalesce(jsonb_agg(jsonb_build_object('code', e.value, 'name', g.name) order by e.value), '[]')
        from each_group_code e left join student_group g on g.code = e.value where e.value is not null) as groups,
      (select coalesce(jsonb_agg(e.value order by e.value), '[]')
        from each_diary_number e where e.value is not null) as diary_numbers,
      (select coalesce(jsonb_agg(e.value order by e.value), '[]')
        from each_present_state e where e.value is not null) as right_states`.execute(transaction)
  return rows[0] ?? { mine: false, groups: [], diary_numbers: [], right_states: [] }
}

/** The values of an indexed column, by going from each to the next: as many steps as there are values. */
function eachOf(column: 'group_code' | 'diary_number' | 'present_state', table: string): RawBuilder<unknown> {
  const [name, value, source] = [sql.raw(`each_${column}`), sql.ref(column), sql.table(table)]
  const first = sql`select ${value} from ${source} where ${value} is not null order by ${value} limit 1`
  return sql`${name} as (
    select (${first}) as value
    union all
    select (select ${value} from ${source} where ${value} > e.value order by ${value} limit 1) from ${name} e
    where e.value is not null)`
}
