import type { AuditContext } from '../../platform/audit/audit.ts'
import { record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { deliveryAccess } from './access.ts'
import { deliveriesRetried, deliveryRetried, removalAsked, removalTold, removalWithdrawn } from './audit.ts'
import type { DeliveryAction, DeliveryRetry } from './contract.ts'
import { wakeDeliveries } from './jobs.ts'
import {
  askRemoval,
  dropPause,
  lockDelivery,
  retryAll,
  retryOne,
  tellRemoved,
  withdrawRemoval,
} from './queries-change.ts'
import { findDelivery, type PlanDeliveryRow } from './queries-view.ts'
import { actionsIn } from './rules-actions.ts'
import { maybeThere } from './service-view.ts'

export interface ActContext {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
  readonly jobs: JobSender
}

/** The plan, when the action may be done with it just now. @throws AppError */
async function actable(
  context: ActContext,
  planId: string,
  action: DeliveryAction,
): Promise<PlanDeliveryRow> {
  const { audit, today, transaction } = context
  deliveryAccess[action].demand(audit.actor, {})
  await lockDelivery(transaction, planId)
  const row = await findDelivery(transaction, audit.actor, today, planId)
  if (row === undefined) throw new AppError('plans.not-found', 404)
  if (row.masked && action === 'ask-removal') throw new AppError('plans.protected', 403)
  const state = row.state ?? undefined
  const standing = { state, maybeThere: maybeThere(row), toldRemoved: row.told_done_at !== null }
  if (!actionsIn(standing).includes(action)) throw new AppError(`deliveries.${action}-not-now`, 409)
  return row
}

const wake = ({ audit, jobs, transaction }: ActContext): Promise<void> =>
  jobs.send(transaction, wakeDeliveries, { providerId: audit.actor.providerId })

const targetOf = (row: PlanDeliveryRow) => ({ targetId: row.plan_id, studentId: row.student_id })

/** "Try again": at once, also when the sending rests. What differs is then replaced by ours. */
export async function retryDelivery(context: ActContext, planId: string): Promise<void> {
  const { audit, transaction } = context
  const row = await actable(context, planId, 'retry')
  await retryOne(transaction, planId, audit.now)
  await dropPause(transaction, audit.now)
  await record(transaction, audit, deliveryRetried, {
    ...targetOf(row),
    details: { state: row.state ?? 'waiting' },
  })
  await wake(context)
}

/** Answers how many plans are tried again. */
export async function retryDeliveries(context: ActContext, { state }: DeliveryRetry): Promise<number> {
  const { audit, transaction } = context
  deliveryAccess['retry-all'].demand(audit.actor, {})
  const retried = await retryAll(transaction, state, audit.now)
  const details = { state, plans: retried.length }
  await dropPause(transaction, audit.now)
  for (let at = 0; at < retried.length; at += 500) {
    const some = retried.slice(at, at + 500)
    await record(
      transaction,
      audit,
      deliveriesRetried,
      some.map(plan => ({ ...plan, details })),
    )
  }
  if (retried.length === 0) await record(transaction, audit, deliveriesRetried, { details })
  await wake(context)
  return retried.length
}

/** Asks a person with the national right to take the plan away there: the interface itself cannot. */
export async function requestRemoval(context: ActContext, planId: string, reason: string): Promise<void> {
  const { audit, transaction } = context
  const row = await actable(context, planId, 'ask-removal')
  const { actor, now } = audit
  const askedBy = actor.kind === 'person' ? actor.id : null
  await askRemoval(transaction, { providerId: actor.providerId, planId, reason, now, askedBy })
  await record(transaction, audit, removalAsked, { ...targetOf(row), details: {} })
}

export async function removalDone(context: ActContext, planId: string): Promise<void> {
  const { audit, transaction } = context
  const row = await actable(context, planId, 'tell-removed')
  const by = audit.actor.kind === 'person' ? audit.actor.id : null
  await tellRemoved(transaction, planId, { by, now: audit.now })
  await record(transaction, audit, removalTold, { ...targetOf(row), details: {} })
  await wake(context)
}

export async function removalWithdrawal(context: ActContext, planId: string): Promise<void> {
  const { audit, transaction } = context
  const row = await actable(context, planId, 'withdraw-removal')
  await withdrawRemoval(transaction, planId, audit.now)
  await record(transaction, audit, removalWithdrawn, { ...targetOf(row), details: {} })
  await wake(context)
}
