import { type RawBuilder, sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { ContactContent, ContactKind, StoredPlan } from '../plans/rules-contacts.ts'
import type { DeliveryState } from './contract.ts'
import type { KeptMember } from './contract-service.ts'

/** A version of a plan as it is stored. */
export interface StoredVersion {
  readonly body: StoredPlan
  readonly unknown_members: readonly KeptMember[] | null
}

/** A contact as the sending needs it: once erased, of all or of e-mail and phone. */
export interface ClaimedContact {
  readonly kind: ContactKind
  readonly content: ContactContent | null
  readonly erased: boolean
}

/** A leased row with all that a try needs: nothing more is read while the service is spoken to. */
export interface Claimed extends StoredVersion {
  readonly plan_id: string
  readonly state: DeliveryState
  readonly version: number
  readonly attempts: number
  readonly national_id: number | null
  readonly delivered_version: number | null
  readonly delivered_digest: string | null
  readonly study_right_oid: string
  readonly student_oid: string
  readonly contacts: Readonly<Record<string, ClaimedContact>>
  /** The delivered version, when it is another than `version`. */
  readonly delivered_body: StoredPlan | null
  readonly delivered_members: readonly KeptMember[] | null
}

export interface Lease {
  readonly id: Uuid
  readonly now: Date
  readonly until: Date
  readonly limit: number
}

/** Leases plans that wait and are due, those first that are due longest, and counts the try. */
export function claimToSend(transaction: WriteTransaction, lease: Lease): Promise<readonly Claimed[]> {
  return claim(transaction, lease, sql`state = 'waiting'`, sql`d.attempts + 1`)
}

/** Leases plans by which it is tried whether the service is back: those last that fail by themselves. */
export function claimToProbe(transaction: WriteTransaction, lease: Lease): Promise<readonly Claimed[]> {
  const faulty = sql`coalesce(failure->>'code' in ('fault', 'too-late', 'contradiction'), false)`
  return claim(transaction, lease, sql`state = 'waiting'`, sql`d.attempts + 1`, sql`${faulty}, due_at`)
}

/** Leases plans that are to be looked at in the service; a removal only when somebody told that it is done. */
export function claimToCheck(transaction: WriteTransaction, lease: Lease): Promise<readonly Claimed[]> {
  const told = sql`exists (select from plan_removal r
    where r.provider_id = delivery.provider_id and r.plan_id = delivery.plan_id and r.told_done_at is not null)`
  return claim(
    transaction,
    lease,
    sql`(state in ('delivered', 'differs') or (state = 'removal' and ${told}))`,
    sql`d.attempts`,
  )
}

async function claim(
  transaction: WriteTransaction,
  { id, limit, now, until }: Lease,
  which: RawBuilder<unknown>,
  attempts: RawBuilder<unknown>,
  order = sql`due_at`,
): Promise<readonly Claimed[]> {
  const { rows } = await sql<Claimed>`
    with due as (
      select provider_id, plan_id from delivery
      where ${which} and due_at <= ${now} and (leased_until is null or leased_until <= ${now})
      order by ${order} limit ${limit} for update skip locked
    ), claimed as (
      update delivery d set lease_id = ${id}, leased_until = ${until}, attempts = ${attempts},
        wanted_version = greatest(d.wanted_version, p.approved_version)
      from due join plan p on p.provider_id = due.provider_id and p.id = due.plan_id
      where d.provider_id = due.provider_id and d.plan_id = due.plan_id
      returning d.*, p.study_right_oid, p.student_oid
    )
    select c.plan_id, c.state, c.wanted_version as version, c.attempts, c.national_id, c.delivered_version,
      c.delivered_digest, c.study_right_oid, c.student_oid, v.body, v.unknown_members,
      w.body as delivered_body, w.unknown_members as delivered_members,
      (select coalesce(jsonb_object_agg(t.id, jsonb_build_object(
          'kind', t.kind, 'content', t.content, 'erased', t.erased_at is not null)), '{}') from contact t
        where t.provider_id = c.provider_id and t.plan_id = c.plan_id) as contacts
    from claimed c
    join plan_version v
      on v.provider_id = c.provider_id and v.plan_id = c.plan_id and v.version = c.wanted_version
    left join plan_version w on w.provider_id = c.provider_id and w.plan_id = c.plan_id
      and w.version = c.delivered_version and w.version <> c.wanted_version`.execute(transaction)
  return rows
}

/** Gives leases back of which nothing was tried. */
export async function release(
  transaction: WriteTransaction,
  lease: Uuid,
  planIds: readonly string[],
  counted: boolean,
): Promise<void> {
  if (planIds.length === 0) return
  await sql`
    update delivery set lease_id = null, leased_until = null, attempts = greatest(attempts - ${counted ? 1 : 0}, 0)
    where lease_id = ${lease} and plan_id = any (${planIds})`.execute(transaction)
}

/** Versions of a plan that were sent from here before, the newest first. */
export async function versionsTried(
  transaction: WriteTransaction,
  planId: string,
  limit: number,
): Promise<readonly StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select v.body, v.unknown_members from plan_version v
    where v.plan_id = ${planId} and v.version in (
      select e.version from delivery_event e where e.plan_id = ${planId} and e.version is not null)
    order by v.version desc limit ${limit}`.execute(transaction)
  return rows
}

/** The versions before one, newest first. */
export async function versionsBefore(
  transaction: WriteTransaction,
  planId: string,
  version: number,
  limit: number,
): Promise<readonly StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select body, unknown_members from plan_version
    where plan_id = ${planId} and version < ${version} order by version desc limit ${limit}`.execute(
    transaction,
  )
  return rows
}
