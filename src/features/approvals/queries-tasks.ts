import { sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo, ownStudent } from '../students/public.ts'
import { countedAtMost } from '../tasks/contract.ts'
import type { AskedPart, StuckPart } from './rules-told.ts'

export interface WaitingApproval extends AskedPart {
  readonly plan_id: string
  readonly student_id: string
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

/** The workplace period that a part is, as the plan has it today; none of those whose place nobody may know. */
const periodOf = sql`select l.method_code, l.starts_on, l.ends_on from learning_period l
  where l.provider_id = f.provider_id and l.plan_id = f.plan_id and f.part = 'period:' || left(l.unique_id, 200)
    and not f.masked
  order by l.pointer limit 1`

export interface StuckApproval extends WaitingApproval, StuckPart {}

/** What was declined, and what has been asked since before a day, of the students whom a person answers for. */
export async function stuckApprovals(
  transaction: ReadTransaction,
  { care, person }: { readonly care: 'all' | 'own'; readonly person: Person },
  { before, today }: { readonly before: PlainDate; readonly today: PlainDate },
  limit: number,
): Promise<StuckApproval[]> {
  const whose = care === 'own' ? ownStudent(person) : sql`true`
  // Each in the order of its index, and of a whole provider no more than is counted.
  const enough = care === 'all' ? sql.lit(countedAtMost) : sql`all`
  const of = sql`select a.*, ${maskedTo(person, today)} as masked from approval a
    join student s on s.provider_id = a.provider_id and s.id = a.student_id and s.erased_at is null and ${whose}`
  const inOrder = sql`a.state = 'asked', ${sinceMoment}, a.plan_id, a.part`
  const { rows } = await sql<StuckApproval>`
    select f.*, l.* from (select ${columns}, a.provider_id, a.masked, row_number() over (order by ${inOrder}) as place
      from (
      (${of} where a.state = 'declined' order by a.answered_at, a.plan_id, a.part limit ${enough}) union all
      (${of} where a.state = 'asked' and a.party <> 'provider' and a.asked_at < ${before}::date
        order by a.asked_at, a.plan_id, a.part limit ${enough}) limit ${enough}) a
      order by ${inOrder} limit ${sql.lit(limit)}) f
    left join lateral (${periodOf}) l on true
    order by f.place`.execute(transaction)
  return rows
}
