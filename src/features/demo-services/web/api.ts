import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { BehaviourChange, DemoServicesView } from '../contract.ts'

const path = '/api/demo-services'

/** How often the page looks what has arrived, in milliseconds. */
const lookEvery = 4_000

export const demoServicesQuery = queryOptions({
  queryKey: ['demo-services'],
  queryFn: ({ signal }) => request<DemoServicesView>('GET', path, { signal }),
  staleTime: 0,
  refetchInterval: lookEvery,
})

export function tellService(change: BehaviourChange): Promise<DemoServicesView> {
  return request('PUT', path, { body: change })
}

export function takeAway(nationalId: number): Promise<DemoServicesView> {
  return request('DELETE', `${path}/plans/${nationalId}`)
}
