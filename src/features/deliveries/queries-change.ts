import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { DeliveryState } from './contract.ts'

/** Locks the row of a plan, so that what is decided about it still holds when it is written. */
export async function lockDelivery(transaction: WriteTransaction, planId: string): Promise<void> {
  await sql`select from delivery where plan_id = ${planId} for no key update`.execute(transaction)
}

/** Whoever sends a plan again that differs has decided that ours is to stand there. */
const retried = sql`state = 'waiting', attempts = case when state = 'differs' then greatest(attempts, 1) else attempts end`

export async function retryOne(transaction: WriteTransaction, planId: string, now: Date): Promise<void> {
  await sql`
    update delivery set due_at = ${now}, waiting_since = case when state = 'waiting' then waiting_since else ${now} end,
      failure = null, failed_at = null, ${retried}
    where plan_id = ${planId}`.execute(transaction)
}

/** A plan that is tried again, as its event names it. */
export interface Retried {
  readonly targetId: string
  readonly studentId: string | null
}

export async function retryAll(
  transaction: WriteTransaction,
  state: DeliveryState,
  now: Date,
): Promise<readonly Retried[]> {
  const { rows } = await sql<Retried>`
    update delivery set due_at = ${now}, waiting_since = case when state = 'waiting' then waiting_since else ${now} end,
      ${retried}
    where state = ${state}
    returning plan_id as "targetId", (select p.student_id from plan p
      where p.provider_id = delivery.provider_id and p.id = delivery.plan_id) as "studentId"`.execute(
    transaction,
  )
  return rows
}

/** Nothing rests any more: the next try tells whether it works. */
export async function dropPause(transaction: WriteTransaction, now: Date): Promise<void> {
  await sql`update delivery_pause set due_at = ${now}`.execute(transaction)
}

export async function askRemoval(
  transaction: WriteTransaction,
  removal: {
    readonly providerId: string
    readonly planId: string
    readonly reason: string
    readonly now: Date
    readonly askedBy: string | null
  },
): Promise<void> {
  const { askedBy, now, planId, providerId, reason } = removal
  await sql`
    insert into plan_removal (provider_id, plan_id, reason, asked_at, asked_by)
    values (${providerId}, ${planId}, ${reason}, ${now}, ${askedBy})`.execute(transaction)
  await sql`
    update delivery set state = 'removal', waiting_since = ${now}, failure = null, failed_at = null
    where plan_id = ${planId}`.execute(transaction)
}

/** It is looked for at once. */
export async function tellRemoved(
  transaction: WriteTransaction,
  planId: string,
  told: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  await sql`
    update plan_removal set told_done_at = ${told.now}, told_done_by = ${told.by}, checked_at = null
    where plan_id = ${planId}`.execute(transaction)
  await sql`update delivery set due_at = ${told.now} where plan_id = ${planId}`.execute(transaction)
}

/**
 * The plan is sent again, after asking what is there. A look that is under way loses its lease: what it finds is not
 * written over this.
 */
export async function withdrawRemoval(
  transaction: WriteTransaction,
  planId: string,
  now: Date,
): Promise<void> {
  await sql`delete from plan_removal where plan_id = ${planId}`.execute(transaction)
  await sql`
    update delivery set state = 'waiting', waiting_since = ${now}, due_at = ${now}, attempts = greatest(attempts, 1),
      lease_id = null, leased_until = null
    where plan_id = ${planId}`.execute(transaction)
}
