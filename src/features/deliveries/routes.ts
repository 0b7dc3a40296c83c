import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { settingsOf } from '../settings/public.ts'
import { deliveryAccess } from './access.ts'
import { deliveriesListed, deliveriesRetried, deliveryRead, deliveryRetried } from './audit.ts'
import {
  DeliveriesRetried,
  DeliveryList,
  DeliveryQuery,
  DeliveryRetry,
  deliveryStates,
  PlanDelivery,
} from './contract.ts'
import { findPause } from './queries.ts'
import { countDeliveries, eventsOf, findDelivery, listDeliveries, type WhoseRow } from './queries-view.ts'
import { type ListPlace, placeOf, placeText } from './rules-actions.ts'
import { retryDeliveries, retryDelivery } from './service.ts'
import { deliveryRow, pauseOf, planDelivery, unansweredOf } from './service-view.ts'

export interface DeliveryRouteDependencies {
  readonly jobs: JobSender
  readonly text: TextOf
}

export const planParams = Type.Object({ planId: Type.String({ format: 'uuid' }) })
const historyShown = 50
export const usualPage = 50

export function deliveryRoutes(dependencies: DeliveryRouteDependencies): Endpoint[] {
  return [readOne(dependencies), retryOne(dependencies), list(dependencies), retryMany(dependencies)]
}

function readOne({ text }: DeliveryRouteDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}/delivery',
    tag: 'deliveries',
    summary: 'How a plan stands towards the national service, with what came of each try',
    params: planParams,
    answers: { 200: PlanDelivery },
    access: whoMay(deliveryAccess.read),
    audit: audited(deliveryRead),
    transaction: 'read',
    handle: async ({ actor, audit, language, now, params: { planId }, today }, transaction) => {
      deliveryAccess.read.demand(actor, {})
      const [row, events, pause, { nationalSender: sender }] = await Promise.all([
        findDelivery(transaction, actor, today, planId),
        eventsOf(transaction, planId, historyShown),
        findPause(transaction),
        settingsOf(transaction),
      ])
      if (row === undefined) throw new AppError('plans.not-found', 404)
      const target = { targetId: planId, studentId: row.student_id }
      await record(transaction, audit, deliveryRead, { ...target, details: {} })
      return { body: planDelivery({ actor, language, text, now }, row, events, { pause, sender }) }
    },
  })
}

function retryOne({ jobs }: DeliveryRouteDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/delivery/retry',
    tag: 'deliveries',
    summary: 'Send the approved version again at once; of a plan that differs there, ours replaces it',
    params: planParams,
    answers: { 204: null },
    access: whoMay(deliveryAccess.retry),
    audit: audited(deliveryRetried),
    transaction: 'write',
    handle: async ({ audit, params, today }, transaction) => {
      await retryDelivery({ transaction, audit, today, jobs }, params.planId)
      return { status: 204 }
    },
  })
}

function list({ text }: DeliveryRouteDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/deliveries',
    tag: 'deliveries',
    summary: 'How the sending stands: counts by state, why it rests, and the plans of a state',
    query: DeliveryQuery,
    answers: { 200: DeliveryList },
    access: whoMay(deliveryAccess.list),
    audit: audited(deliveriesListed),
    transaction: 'read',
    handle: async (call, transaction) => {
      const { actor, audit, language, now, query, today } = call
      const { limit = usualPage, state } = query
      const page = { state, after: demandPlace(query), limit: limit + 1 }
      const [rows, counted, pause, { nationalSender: sender }] = await Promise.all([
        listDeliveries(transaction, actor, today, page),
        countDeliveries(transaction),
        findPause(transaction),
        settingsOf(transaction),
      ])
      const items = rows.slice(0, limit)
      await record(transaction, audit, deliveriesListed, shownIn(items))
      const reader = { actor, language, text, now }
      const last = rows.length > limit ? items.at(-1) : undefined
      const resting = pauseOf(reader, pause)
      return {
        body: {
          sender,
          counts: Object.fromEntries(deliveryStates.map(name => [name, counted.counts[name] ?? 0])),
          ...(counted.oldest === undefined ? {} : { oldestWaiting: counted.oldest.toISOString() }),
          ...(resting === undefined ? {} : { pause: resting }),
          ...unansweredOf(counted),
          items: items.map(row => deliveryRow(reader, row)),
          ...(last === undefined
            ? {}
            : { next: placeText({ at: last.waiting_since, planId: last.plan_id }) }),
          permittedActions: deliveryAccess['retry-all'].may(actor, {}) ? ['retry'] : [],
        },
      }
    },
  })
}

/** One event for each plan shown, so that a search by student finds it; one alone where there was none. */
export function shownIn(items: readonly Pick<WhoseRow, 'plan_id' | 'student_id'>[]) {
  const details = { plans: items.length }
  if (items.length === 0) return [{ details }]
  return items.map(row => ({ targetId: row.plan_id, studentId: row.student_id, details }))
}

/** Where a page begins. @throws AppError deliveries.no-such-place */
export function demandPlace({ after }: { readonly after?: string }): ListPlace | undefined {
  const place = after === undefined ? undefined : placeOf(after)
  if (after !== undefined && place === undefined) throw new AppError('deliveries.no-such-place', 400)
  return place
}

function retryMany({ jobs }: DeliveryRouteDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/deliveries/retry',
    tag: 'deliveries',
    summary: 'Try all plans of a state again at once, also when the sending rests',
    body: DeliveryRetry,
    answers: { 200: DeliveriesRetried },
    access: whoMay(deliveryAccess['retry-all']),
    audit: audited(deliveriesRetried),
    transaction: 'write',
    handle: async ({ audit, body, today }, transaction) => ({
      body: { plans: await retryDeliveries({ transaction, audit, today, jobs }, body) },
    }),
  })
}
