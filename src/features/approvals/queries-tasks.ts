import { sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { ownStudent } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'

export interface WaitingApproval {
  readonly plan_id: string
  readonly student_id: string
  readonly part: string
  readonly party: string
  readonly state: 'asked' | 'declined'
  readonly since: string
  readonly total: number
}

const sinceMoment = sql`case a.state when 'declined' then a.answered_at else a.asked_at end`
const columns = sql`a.plan_id, a.student_id, a.part, a.party, a.state,
  (${sinceMoment} at time zone 'Europe/Helsinki')::date as since, count(*) over ()::int as total`

/** What is asked of a party about some students, the longest asked first. */
export async function askedOf(
  transaction: ReadTransaction,
  party: 'student' | 'guardian',
  studentIds: readonly string[],
  limit: number,
): Promise<WaitingApproval[]> {
  if (studentIds.length === 0) return []
  const { rows } = await sql<WaitingApproval>`
    select ${columns} from approval a
    where a.student_id = any (${studentIds}::uuid[]) and a.party = ${party} and a.state = 'asked'
    order by a.asked_at, a.part limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

/** What was declined, and what has been asked since before a day, of the students whom a person answers for. */
export async function stuckApprovals(
  transaction: ReadTransaction,
  { care, person }: { readonly care: 'all' | 'own'; readonly person: Person },
  before: PlainDate,
  limit: number,
): Promise<WaitingApproval[]> {
  const whose = care === 'own' ? ownStudent(person) : sql`true`
  // Each in the order of its index, and of a whole provider no more than is counted.
  const enough = care === 'all' ? sql.lit(countedAtMost) : sql`all`
  const of = sql`select a.* from approval a
    join student s on s.provider_id = a.provider_id and s.id = a.student_id and s.erased_at is null and ${whose}`
  const { rows } = await sql<WaitingApproval>`
    select ${columns} from (
      (${of} where a.state = 'declined' order by a.answered_at, a.plan_id, a.part limit ${enough}) union all
      (${of} where a.state = 'asked' and a.party <> 'provider' and a.asked_at < ${before}::date
        order by a.asked_at, a.plan_id, a.part limit ${enough}) limit ${enough}) a
    order by a.state = 'asked', ${sinceMoment}, a.plan_id, a.part limit ${sql.lit(limit)}`.execute(
    transaction,
  )
  return rows
}
