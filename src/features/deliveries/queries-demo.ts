import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'

/** A plan of the demo, whose way there is told as if it had begun some days ago. */
interface Begun {
  readonly providerId: Uuid
  readonly planId: string
  readonly version: number
  readonly now: Date
}

const hour = 3_600_000

/** Approved yesterday, tried in vain while the service was away, and due again in an hour. */
export async function beginWaiting(
  transaction: WriteTransaction,
  { now, planId, providerId, version }: Begun,
): Promise<void> {
  const since = new Date(now.getTime() - 20 * hour)
  const tried = new Date(now.getTime() - hour)
  const failure = JSON.stringify({
    code: 'service-failed',
    params: { host: '127.0.0.1', path: '/ehoks-virkailija-backend/api/v1/hoks', status: '503' },
  })
  await sql`
    insert into delivery (provider_id, plan_id, wanted_version, state, waiting_since, due_at, attempts, failure, failed_at)
    values (${providerId}, ${planId}, ${version}, 'waiting', ${since}, ${new Date(now.getTime() + hour)}, 3,
      ${failure}::jsonb, ${tried})`.execute(transaction)
  await sql`
    insert into delivery_event (provider_id, id, plan_id, at, outcome, version, status, failure)
    values (${providerId}, ${newId(tried.getTime())}, ${planId}, ${tried}, 'failed', ${version}, 503,
      ${failure}::jsonb)`.execute(transaction)
}

/** Delivered last week, and asked to be taken away yesterday. */
export async function beginRemoval(
  transaction: WriteTransaction,
  {
    now,
    planId,
    providerId,
    version,
    ...asked
  }: Begun & { readonly nationalId: number; readonly reason: string; readonly by: Uuid },
): Promise<void> {
  const delivered = new Date(now.getTime() - 7 * 24 * hour)
  const at = new Date(now.getTime() - 24 * hour)
  await sql`
    insert into delivery (provider_id, plan_id, wanted_version, state, waiting_since, due_at, national_id,
      delivered_version, delivered_at)
    values (${providerId}, ${planId}, ${version}, 'removal', ${delivered}, ${now}, ${asked.nationalId}, ${version},
      ${delivered})`.execute(transaction)
  await sql`
    insert into delivery_event (provider_id, id, plan_id, at, outcome, version, status)
    values (${providerId}, ${newId(delivered.getTime())}, ${planId}, ${delivered}, 'created', ${version}, 200)`.execute(
    transaction,
  )
  await sql`
    insert into plan_removal (provider_id, plan_id, reason, asked_at, asked_by)
    values (${providerId}, ${planId}, ${asked.reason}, ${at}, ${asked.by})`.execute(transaction)
}
