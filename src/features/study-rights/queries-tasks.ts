import { type RawBuilder, sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { ownStudent } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'

export interface RightWithoutPlan {
  readonly oid: string
  readonly student_id: string
  readonly starts_on: string
  readonly total: number
}

export interface Asked {
  readonly care: 'all' | 'own'
  readonly person: Person
  /** Only what had begun by this day. */
  readonly begunBy: PlainDate
}

/**
 * Rights whose student studies and ought to have a plan, the oldest first, with how many there are as far as is counted. What is included in
 * another right has its plan there. All rights of a provider are compared with its plans by two indexes in one order;
 * bodies are read of those alone that have none.
 */
export async function rightsWithoutPlan(
  transaction: ReadTransaction,
  asked: Asked,
  limit: number,
): Promise<readonly RightWithoutPlan[]> {
  const { rows } = await sql<RightWithoutPlan>`
    with missing as materialized (
      select r.provider_id, r.oid from ${rightsOf(asked)}
      where r.present_state = 'lasna' and r.vanished_at is null and r.starts_on <= ${asked.begunBy}::date
        and not exists (select from plan p where p.provider_id = r.provider_id and p.study_right_oid = r.oid))
    select oid, student_id, starts_on, (count(*) over ())::int as total from (
      select r.oid, r.student_id, r.starts_on
      from missing m join study_right r on r.provider_id = m.provider_id and r.oid = m.oid
      join student s on s.provider_id = r.provider_id and s.id = r.student_id
      where r.body ->> 'includedIn' is null and r.body ->> 'type' in ('ammatillinenkoulutus', 'tuva')
        and s.erased_at is null
      order by r.starts_on, r.oid limit ${sql.lit(countedAtMost)}) counted
    order by starts_on, oid limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

const rightsOf = ({ care, person }: Asked): RawBuilder<unknown> =>
  care === 'own'
    ? sql`student s join study_right r on r.provider_id = s.provider_id and r.student_id = s.id
        and ${ownStudent(person)}`
    : sql`study_right r`
