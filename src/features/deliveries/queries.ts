import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { Failure } from './contract-service.ts'
import type { Settled } from './rules-verdict.ts'

const adoptedAtOnce = 5_000

/**
 * Makes the rows agree with what is approved: a plan without one gets one, and a newer approved version waits in place of
 * the older. Whoever approves a plan of which it stands that it was changed there has decided that ours is to be sent. Plans
 * that are being removed, or were, are left alone.
 */
export async function adoptApproved(
  transaction: WriteTransaction,
  now: Date,
  planId?: string,
): Promise<void> {
  const which: RawBuilder<unknown> = planId === undefined ? sql`true` : sql`p.id = ${planId}`
  await sql`
    update delivery d set wanted_version = p.approved_version, state = 'waiting', due_at = ${now}, failure = null, failed_at = null,
      attempts = case when d.state = 'differs' then 1 else d.attempts end,
      waiting_since = case when d.state = 'waiting' then d.waiting_since else ${now} end
    from plan p
    where p.provider_id = d.provider_id and p.id = d.plan_id and p.approved_version > d.wanted_version
      and d.state not in ('removal', 'removed') and ${which}`.execute(transaction)
  await sql`
    insert into delivery (provider_id, plan_id, wanted_version, state, waiting_since, due_at)
    select p.provider_id, p.id, p.approved_version, 'waiting', ${now}, ${now} from plan p
    where p.approved_version is not null and ${which}
      and not exists (select from delivery d where d.provider_id = p.provider_id and d.plan_id = p.id)
    limit ${adoptedAtOnce} on conflict do nothing`.execute(transaction)
}

/** What came of a try or a look, to be written back. */
export interface Outcome extends Settled {
  readonly planId: string
  readonly version: number
  readonly digest: string | null
}

/**
 * Writes outcomes back under their lease, each with its event. Who lost the lease writes nothing. A newer version that was
 * approved meanwhile waits on, and a removal that was asked for meanwhile stands.
 */
export async function storeOutcomes(
  transaction: WriteTransaction,
  lease: Uuid,
  outcomes: readonly Outcome[],
  now: Date,
): Promise<void> {
  if (outcomes.length === 0) return
  const rows = outcomes.map(outcome => ({ ...outcome, eventId: newId(now.getTime()) }))
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o (
        "planId" uuid, "eventId" uuid, version integer, digest text, state text, outcome text, status integer,
        failure jsonb, "nationalId" bigint, "inMilliseconds" double precision, attempts integer,
        delivered boolean, confirmed boolean)
    ), kept as (
      update delivery d set
        state = ${stateAfter}, attempts = o.attempts, national_id = o."nationalId",
        due_at = case when ${newer} then ${now} else ${now}::timestamptz + o."inMilliseconds" * interval '1 millisecond' end,
        delivered_version = case when o.delivered then o.version else d.delivered_version end,
        delivered_digest = case when o.delivered then o.digest else d.delivered_digest end,
        delivered_at = case when o.delivered then ${now} else d.delivered_at end,
        confirmed_at = case when o.confirmed then ${now} else d.confirmed_at end,
        waiting_since = case when d.state <> 'waiting' and o.state = 'waiting' then ${now} else d.waiting_since end,
        failure = o.failure, failed_at = case when o.failure is null then null else ${now}::timestamptz end,
        lease_id = null, leased_until = null
      from told o where d.plan_id = o."planId" and d.lease_id = ${lease}
      returning d.provider_id, o.*
    ), removed as (
      update plan_removal r set checked_at = ${now},
        confirmed_at = case when k.outcome = 'removed' then ${now} else r.confirmed_at end
      from kept k where r.provider_id = k.provider_id and r.plan_id = k."planId"
        and k.outcome in ('removed', 'still-there')
    )
    insert into delivery_event (provider_id, id, plan_id, at, outcome, version, status, failure)
    select provider_id, "eventId", "planId", ${now}, outcome, version, status, failure from kept
    where outcome not in ('barred', 'confirmed')`.execute(transaction)
}

const newer = sql`(d.wanted_version > o.version and o.state in ('delivered', 'refused', 'differs', 'waiting'))`
const stateAfter = sql`case
  when d.state = 'removal' and o.state <> 'removed' then d.state
  when ${newer} then 'waiting' else o.state end`

/** When something is due next, of what waits. */
export async function nextDue(transaction: ReadTransaction): Promise<Date | undefined> {
  const { rows } = await sql<{ due_at: Date | null }>`
    select min(greatest(due_at, coalesce(leased_until, due_at))) as due_at from (
      select due_at, leased_until from delivery where state = 'waiting' order by due_at limit 200) d`.execute(
    transaction,
  )
  return rows[0]?.due_at ?? undefined
}

export interface PauseRow {
  readonly failure: Failure
  readonly since: Date
  readonly failed_at: Date
  readonly tries: number
  readonly due_at: Date
  /** The settings of the connection were changed since: that may have mended it. */
  readonly mended: boolean
}

export async function findPause(transaction: ReadTransaction): Promise<PauseRow | undefined> {
  const { rows } = await sql<PauseRow>`
    select p.failure, p.since, p.failed_at, p.tries, p.due_at,
      exists (select from register_setting s where s.provider_id = p.provider_id and s.register = 'ehoks'
        and s.changed_at > p.failed_at) as mended
    from delivery_pause p`.execute(transaction)
  return rows[0]
}

export async function savePause(
  transaction: WriteTransaction,
  providerId: Uuid,
  pause: { readonly failure: Failure; readonly now: Date; readonly tries: number; readonly dueAt: Date },
): Promise<void> {
  const failure = JSON.stringify(pause.failure)
  await sql`
    insert into delivery_pause (provider_id, failure, since, failed_at, tries, due_at)
    values (${providerId}, ${failure}::jsonb, ${pause.now}, ${pause.now}, ${pause.tries}, ${pause.dueAt})
    on conflict (provider_id) do update set failure = excluded.failure, failed_at = excluded.failed_at,
      tries = excluded.tries, due_at = excluded.due_at`.execute(transaction)
}

/** The service is back: who failed because it was away need not wait longer. */
export async function endPause(transaction: WriteTransaction, now: Date): Promise<void> {
  await sql`delete from delivery_pause`.execute(transaction)
  await sql`
    update delivery set due_at = ${now} where state = 'waiting' and due_at > ${now} and failure is not null
      and leased_until is null`.execute(transaction)
}
