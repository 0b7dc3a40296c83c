import { type RawBuilder, sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { ownStudent } from '../students/public.ts'

export interface RightWithoutPlan {
  readonly oid: string
  readonly student_id: string
  readonly starts_on: string
}

export interface Asked {
  readonly care: 'all' | 'own'
  readonly person: Person
  /** Only what had begun by this day. */
  readonly begunBy: PlainDate
}

/** Rights whose student studies and ought to have a plan; what is included in another right has its plan there. */
const withoutPlan = (begunBy: PlainDate): RawBuilder<unknown> => sql`r.present_state = 'lasna'
  and r.starts_on <= ${begunBy}::date and r.vanished_at is null and r.body ->> 'includedIn' is null
  and r.body ->> 'type' in ('ammatillinenkoulutus', 'tuva')
  and not exists (select from plan p where p.provider_id = r.provider_id and p.study_right_oid = r.oid)`

const rightsOf = ({ care, person }: Asked): RawBuilder<unknown> =>
  care === 'own'
    ? sql`student s join study_right r on r.provider_id = s.provider_id and r.student_id = s.id
        and ${ownStudent(person)}`
    : sql`study_right r join student s on s.provider_id = r.provider_id and s.id = r.student_id`

/** The oldest first. */
export async function rightsWithoutPlan(
  transaction: ReadTransaction,
  asked: Asked,
  limit: number,
): Promise<readonly RightWithoutPlan[]> {
  const { rows } = await sql<RightWithoutPlan>`
    select r.oid, r.student_id, r.starts_on from ${rightsOf(asked)}
    where ${withoutPlan(asked.begunBy)} and s.erased_at is null
    order by r.starts_on, r.oid limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export async function countWithoutPlan(transaction: ReadTransaction, asked: Asked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${rightsOf(asked)}
    where ${withoutPlan(asked.begunBy)} and s.erased_at is null`.execute(transaction)
  return rows[0]?.count ?? 0
}
