import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { planOrigin } from '../plans/public.ts'
import type { PlanOrigin } from '../plans/rules-first-approval.ts'
import type { ApprovalParty } from '../settings/contract.ts'
import { maskedTo } from '../students/public.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { ToldHow } from './contract.ts'
import type { Present } from './rules.ts'

/** A plan as far as its approval needs it. */
export interface PlanToApprove {
  readonly id: string
  readonly student_id: string | null
  readonly version: number
  readonly body: object
  readonly study_right: StudyRight | null
  readonly origin: PlanOrigin
  readonly approved_version: number | null
  readonly approved_at: Date | null
  readonly approved_by: string | null
  /** The body that the provider approved last. */
  readonly approved_body: object | null
  /** A guardian with custody is there today, and the student is known to be under 18. */
  readonly guardian: boolean
  readonly protected: boolean
}

// The register may have mended the birth date since the guardian's end was renewed: the earlier end holds.
const guardianOn = (today: PlainDate) => sql<boolean>`exists (select from guardian g
  where g.provider_id = s.provider_id and g.student_id = s.id and g.custody and g.ends_on is not null
    and ${today}::date < least(g.ends_on, (s.birth_date + interval '18 years')::date))`

/** A plan; with `lock` neither it nor its approvals change until the transaction ends. */
export async function findPlanToApprove(
  transaction: ReadTransaction,
  planId: string,
  today: PlainDate,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<PlanToApprove | undefined> {
  // Locked by itself first: who had to wait then reads the newest head with its own body.
  if (lock) await sql`select from plan p where p.id = ${planId} for no key update`.execute(transaction)
  const { rows } = await sql<PlanToApprove>`
    select p.id, p.student_id, p.version, v.body, r.body as study_right, p.approved_version, p.approved_at,
      p.approved_by, ${planOrigin} as origin, a.body as approved_body, coalesce(s.protected, false) as protected,
      ${guardianOn(today)} as guardian
    from plan p
    join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
    left join plan_version a on a.provider_id = p.provider_id and a.plan_id = p.id and a.version = p.approved_version
    left join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    left join student s on s.provider_id = p.provider_id and s.id = p.student_id
    where p.id = ${planId}`.execute(transaction)
  return rows[0]
}

/** Those plans that have been put forward or approved, of these or of a student. */
export async function begunPlans(
  transaction: ReadTransaction,
  which: { readonly planIds: readonly string[] } | { readonly studentId: string },
): Promise<string[]> {
  const some =
    'planIds' in which ? sql`p.id = any (${which.planIds}::uuid[])` : sql`p.student_id = ${which.studentId}`
  const { rows } = await sql<{ id: string }>`
    select p.id from plan p
    where ${some} and p.student_id is not null and (p.approved_version is not null or exists (
      select from approval a where a.provider_id = p.provider_id and a.plan_id = p.id))
    order by p.id`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** What is stored of one party and one part, with what its page shows. */
export interface ApprovalRow extends Present {
  readonly plan_version: number
  readonly asked_at: Date
  readonly answered_at: Date | null
  readonly answered_by: string | null
  readonly answered_name: string | null
  readonly told_how: ToldHow | null
  readonly told_on: string | null
  readonly reason: string | null
  readonly first_approved_on: string | null
  /** The version in which this party approved the part last, as the history tells. */
  readonly last_approved: number | null
}

const lastApproved = sql<number | null>`(
  select e.plan_version from approval_event e
  where e.provider_id = a.provider_id and e.plan_id = a.plan_id and e.part = a.part and e.party = a.party
    and e.state = 'approved' order by e.at desc, e.id desc limit 1)`

export async function approvalsOf(transaction: ReadTransaction, planId: string): Promise<ApprovalRow[]> {
  const { rows } = await sql<ApprovalRow>`
    select a.part, a.party, a.state, a.digest, a.plan_version, a.asked_at, a.answered_at, a.answered_by,
      (select name from person where person.id = a.answered_by) as answered_name,
      a.told_how, a.told_on, a.reason, a.first_approved_on, ${lastApproved} as last_approved
    from approval a where a.plan_id = ${planId} order by a.part, a.party`.execute(transaction)
  return rows
}

/** The days on which parties first approved parts that nothing is stored of any more. */
export async function firstApprovals(
  transaction: ReadTransaction,
  planId: string,
): Promise<readonly { readonly part: string; readonly party: ApprovalParty; readonly on: string }[]> {
  const { rows } = await sql<{ part: string; party: ApprovalParty; on: string }>`
    select part, party, min((at at time zone 'Europe/Helsinki')::date) as on from approval_event
    where plan_id = ${planId} and state = 'approved' group by part, party`.execute(transaction)
  return rows
}

export async function bodyOfVersion(
  transaction: ReadTransaction,
  planId: string,
  version: number,
): Promise<object | undefined> {
  const row = await transaction
    .selectFrom('plan_version')
    .select('body')
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.body as object | undefined
}

/** Whether the student of the plan is masked to the actor. */
export async function isMaskedTo(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  planId: string,
): Promise<boolean> {
  const { rows } = await sql<{ masked: boolean }>`
    select ${maskedTo(actor, today)} as masked from plan p
    join student s on s.provider_id = p.provider_id and s.id = p.student_id
    where p.id = ${planId}`.execute(transaction)
  return rows[0]?.masked ?? false
}
