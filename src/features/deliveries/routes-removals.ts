import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { deliveryAccess } from './access.ts'
import { removalAsked, removalsListed, removalTold, removalWithdrawn } from './audit.ts'
import { RemovalList, RemovalQuery, RemovalRequest } from './contract.ts'
import { listRemovals } from './queries-view.ts'
import { type DeliveryRouteDependencies, demandPlace, planParams, shownIn, usualPage } from './routes.ts'
import { placeText } from './rules-actions.ts'
import { removalDone, removalWithdrawal, requestRemoval } from './service.ts'
import { removalRow } from './service-view.ts'

/** The national interface cannot delete: a removal is a task for a person, and is confirmed by looking. */
export function removalRoutes(dependencies: DeliveryRouteDependencies): Endpoint[] {
  return [
    list(dependencies),
    ask(dependencies),
    act(dependencies, {
      path: '/api/plans/{planId}/removal/done',
      summary: 'Tell that the plan has been taken away in the national service; it is then looked for there',
      access: whoMay(deliveryAccess['tell-removed']),
      audit: audited(removalTold),
      work: removalDone,
    }),
    act(dependencies, {
      path: '/api/plans/{planId}/removal/withdraw',
      summary: 'The plan is not to be taken away after all: it is sent again as it is approved',
      access: whoMay(deliveryAccess['withdraw-removal']),
      audit: audited(removalWithdrawn),
      work: removalWithdrawal,
    }),
  ]
}

function list({ text }: DeliveryRouteDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/removals',
    tag: 'deliveries',
    summary: 'Plans that are to be taken away in the national service, or have been',
    query: RemovalQuery,
    answers: { 200: RemovalList },
    access: whoMay(deliveryAccess.list),
    audit: audited(removalsListed),
    transaction: 'read',
    handle: async ({ actor, audit, language, now, query, today }, transaction) => {
      const { limit = usualPage, standing = 'open' } = query
      const page = { standing, after: demandPlace(query), limit: limit + 1 }
      const rows = await listRemovals(transaction, actor, today, page)
      const items = rows.slice(0, limit)
      await record(transaction, audit, removalsListed, shownIn(items))
      const last = rows.length > limit ? items.at(-1) : undefined
      return {
        body: {
          items: items.map(row => removalRow({ actor, language, text, now }, row)),
          ...(last === undefined ? {} : { next: placeText({ at: last.asked_at, planId: last.plan_id }) }),
        },
      }
    },
  })
}

function ask({ jobs }: DeliveryRouteDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/removal',
    tag: 'deliveries',
    summary: 'Ask for a plan to be taken away in the national service; it is not sent any more',
    params: planParams,
    body: RemovalRequest,
    answers: { 204: null },
    access: whoMay(deliveryAccess['ask-removal']),
    audit: audited(removalAsked),
    transaction: 'write',
    handle: async ({ audit, body, params, today }, transaction) => {
      await requestRemoval({ transaction, audit, today, jobs }, params.planId, body.reason.trim())
      return { status: 204 }
    },
  })
}

interface Act extends Pick<Endpoint, 'path' | 'summary' | 'access' | 'audit'> {
  readonly work: typeof removalDone
}

function act({ jobs }: DeliveryRouteDependencies, { work, ...row }: Act): Endpoint {
  return endpoint({
    ...row,
    method: 'POST',
    tag: 'deliveries',
    params: planParams,
    answers: { 204: null },
    transaction: 'write',
    handle: async ({ audit, params, today }, transaction) => {
      await work({ transaction, audit, today, jobs }, params.planId)
      return { status: 204 }
    },
  })
}
