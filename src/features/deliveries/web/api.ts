import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import type { DeliveryList, DeliveryRetry, DeliveryState, PlanDelivery, RemovalList } from '../contract.ts'
import { asApproved, pauseBetweenChecks, pauseBetweenLooks } from './looks.ts'

/** Texts come in the reader's language: another language is asked anew. `version`: what the page knows to be approved. */
export const planDeliveryQuery = (planId: string, language: Language, version?: number) =>
  queryOptions<PlanDelivery>({
    queryKey: ['deliveries', 'plan', planId, language, version],
    queryFn: async ({ signal }) =>
      asApproved(await request<PlanDelivery>('GET', `/api/plans/${planId}/delivery`, { signal }), version),
    staleTime: 0,
    placeholderData: previous => (previous?.planId === planId ? asApproved(previous, version) : undefined),
    refetchInterval: ({ state }) => pauseBetweenLooks(state.data, state.dataUpdateCount),
  })

/** In milliseconds. Each look leaves a mark of who was shown, so nobody looks oftener than is of use. */
const lookEvery = 20_000

export const deliveriesQuery = (state: DeliveryState, language: Language, limit: number) =>
  queryOptions({
    queryKey: ['deliveries', 'list', state, language, limit],
    queryFn: ({ signal }) =>
      request<DeliveryList>('GET', `/api/deliveries?state=${state}&limit=${limit}`, { signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
    // Only what is on its way changes by itself.
    refetchInterval: ({ state: { data } }) => ((data?.counts.waiting ?? 0) > 0 ? lookEvery : false),
  })

export const removalsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['deliveries', 'removals', language],
    queryFn: ({ signal }) => request<RemovalList>('GET', '/api/removals?standing=open&limit=100', { signal }),
    staleTime: 0,
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      pauseBetweenChecks(data?.items.map(({ removal }) => removal) ?? [], dataUpdateCount),
  })

const ofPlan = (planId: string): string => `/api/plans/${planId}`

export function retryPlan(planId: string): Promise<void> {
  return request('POST', `${ofPlan(planId)}/delivery/retry`)
}

export function retryAll(which: DeliveryRetry): Promise<{ readonly plans: number }> {
  return request('POST', '/api/deliveries/retry', { body: which })
}

export function askRemoval(planId: string, reason: string): Promise<void> {
  return request('POST', `${ofPlan(planId)}/removal`, { body: { reason } })
}

export function tellRemoved(planId: string): Promise<void> {
  return request('POST', `${ofPlan(planId)}/removal/done`)
}

export function withdrawRemoval(planId: string): Promise<void> {
  return request('POST', `${ofPlan(planId)}/removal/withdraw`)
}

/** What was read of the sending is old. */
export function forgetDeliveries(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['deliveries'] })
}
