import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'
import type { DeliveryState } from './contract.ts'
import type { Failure } from './contract-service.ts'
import type { ListPlace } from './rules-actions.ts'

/** Whose plan a row is of, as far as its reader may know. */
export interface WhoseRow {
  readonly plan_id: string
  readonly student_id: string | null
  readonly student_oid: string
  readonly study_right_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean
  readonly masked: boolean
}

export interface StandingRow {
  readonly state: DeliveryState | null
  readonly wanted_version: number | null
  readonly delivered_version: number | null
  readonly national_id: number | null
  readonly waiting_since: Date | null
  readonly delivered_at: Date | null
  readonly confirmed_at: Date | null
  readonly attempts: number | null
  readonly due_at: Date | null
  readonly leased_until: Date | null
  readonly failure: Failure | null
  readonly failed_at: Date | null
}

export interface RemovalRowParts {
  readonly reason: string | null
  readonly asked_at: Date | null
  readonly asked_by: string | null
  readonly told_done_at: Date | null
  readonly told_done_by: string | null
  readonly checked_at: Date | null
  readonly removal_confirmed_at: Date | null
}

export interface PlanDeliveryRow extends WhoseRow, StandingRow, RemovalRowParts {
  readonly approved_version: number | null
}

const whose = (actor: Actor, today: PlainDate) => sql`
  p.id as plan_id, p.student_id, p.student_oid, p.study_right_oid, s.called_name, s.family_name,
  coalesce(s.protected, false) as protected, ${maskedTo(actor, today)} as masked`

const standing = sql`
  d.state, d.wanted_version, d.delivered_version, d.national_id, d.waiting_since, d.delivered_at, d.confirmed_at,
  d.attempts, d.due_at, d.leased_until, d.failure, d.failed_at`

const nameOf = (column: RawBuilder<unknown>) => sql`(select name from person where person.id = ${column})`

const removal = sql`
  r.reason, r.asked_at, ${nameOf(sql`r.asked_by`)} as asked_by, r.told_done_at,
  ${nameOf(sql`r.told_done_by`)} as told_done_by, r.checked_at, r.confirmed_at as removal_confirmed_at`

const student = sql`left join student s on s.provider_id = p.provider_id and s.id = p.student_id`
const removals = sql`left join plan_removal r on r.provider_id = p.provider_id and r.plan_id = p.id`

/** A plan with how it stands; with `lock` its delivery stays as it is until the transaction ends. */
export async function findDelivery(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  planId: string,
): Promise<PlanDeliveryRow | undefined> {
  const { rows } = await sql<PlanDeliveryRow>`
    select ${whose(actor, today)}, p.approved_version, ${standing}, ${removal}
    from plan p ${student} ${removals}
    left join delivery d on d.provider_id = p.provider_id and d.plan_id = p.id
    where p.id = ${planId}`.execute(transaction)
  return rows[0]
}

export interface EventRow {
  readonly at: Date
  readonly outcome: string
  readonly version: number | null
  readonly status: number | null
  readonly failure: Failure | null
}

export async function eventsOf(
  transaction: ReadTransaction,
  planId: string,
  limit: number,
): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    select at, outcome, version, status, failure from delivery_event where plan_id = ${planId}
    order by at desc, id desc limit ${limit}`.execute(transaction)
  return rows
}

export interface Page {
  readonly after: ListPlace | undefined
  readonly limit: number
}

export type ListedRow = WhoseRow &
  StandingRow & { readonly state: DeliveryState; readonly waiting_since: Date }

/** Those longest in their state first. */
export async function listDeliveries(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  { after, limit, state }: Page & { readonly state: DeliveryState | undefined },
): Promise<readonly ListedRow[]> {
  const inState = state === undefined ? sql`true` : sql`d.state = ${state}`
  const { rows } = await sql<ListedRow>`
    select ${whose(actor, today)}, ${standing}
    from delivery d join plan p on p.provider_id = d.provider_id and p.id = d.plan_id ${student}
    where ${inState} and ${behind(sql`d.waiting_since`, sql`d.plan_id`, after)}
    order by d.waiting_since, d.plan_id limit ${limit}`.execute(transaction)
  return rows
}

function behind(
  at: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  after: ListPlace | undefined,
): RawBuilder<unknown> {
  return after === undefined ? sql`true` : sql`(${at}, ${id}) > (${after.at}, ${after.planId})`
}

export interface Counts {
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>
  readonly oldest: Date | undefined
  /** When the service last answered, and last did not, as far as the plans still tell. */
  readonly answered: Date | undefined
  readonly unanswered: Date | undefined
}

const silent = sql`failure ->> 'code' ~ '^(service-|too-late$)'`
const latest = (dates: readonly (Date | null)[]): Date | undefined =>
  dates.filter(date => date !== null).sort((a, b) => b.getTime() - a.getTime())[0]

interface CountRow {
  readonly state: DeliveryState
  readonly count: number
  readonly oldest: Date
  readonly answered: Date | null
  readonly unanswered: Date | null
}

export async function countDeliveries(transaction: ReadTransaction): Promise<Counts> {
  const { rows } = await sql<CountRow>`
    select state, count(*)::integer as count, min(waiting_since) as oldest,
      max(failed_at) filter (where ${silent}) as unanswered,
      max(greatest(delivered_at, confirmed_at, case when state in ('refused', 'differs') then failed_at end)) as answered
    from delivery group by state`.execute(transaction)
  return {
    counts: Object.fromEntries(rows.map(row => [row.state, row.count])),
    oldest: rows.find(row => row.state === 'waiting')?.oldest,
    answered: latest(rows.map(row => row.answered)),
    unanswered: latest(rows.map(row => row.unanswered)),
  }
}

export type RemovalListRow = WhoseRow &
  StandingRow &
  RemovalRowParts & { readonly asked_at: Date; readonly reason: string }

/** Removals that are not confirmed yet, or those that are; those asked for longest ago first. */
export async function listRemovals(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  { after, limit, standing: which }: Page & { readonly standing: 'open' | 'done' },
): Promise<readonly RemovalListRow[]> {
  const confirmed = which === 'done' ? sql`r.confirmed_at is not null` : sql`r.confirmed_at is null`
  const { rows } = await sql<RemovalListRow>`
    select ${whose(actor, today)}, ${standing}, ${removal}
    from plan_removal r join plan p on p.provider_id = r.provider_id and p.id = r.plan_id ${student}
    left join delivery d on d.provider_id = p.provider_id and d.plan_id = p.id
    where ${confirmed} and ${behind(sql`r.asked_at`, sql`r.plan_id`, after)}
    order by r.asked_at, r.plan_id limit ${limit}`.execute(transaction)
  return rows
}
