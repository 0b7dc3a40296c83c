import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { ClockView } from '../contract.ts'

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: ({ signal }) => request<ClockView>('GET', '/api/clock', { signal }),
})

/** To a day; without one, back to the real day. */
export function moveClock(date: string | undefined): Promise<ClockView> {
  return date === undefined
    ? request<ClockView>('DELETE', '/api/clock')
    : request<ClockView>('PUT', '/api/clock', { body: { date } })
}
