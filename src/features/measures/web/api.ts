import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { FollowUp, MeasureAgreed, MeasureList, MeasurePeople } from '../contract.ts'

export const peopleQuery = queryOptions({
  queryKey: ['measures', 'people'],
  queryFn: ({ signal }) => request<MeasurePeople>('GET', '/api/measures/people', { signal }),
  staleTime: 300_000,
})

export const measuresQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['measures', 'of', studentId],
    queryFn: ({ signal }) => request<MeasureList>('GET', `/api/students/${studentId}/measures`, { signal }),
  })

export const agreeOn = (studentId: string, measure: MeasureAgreed): Promise<{ readonly id: string }> =>
  request('POST', `/api/students/${studentId}/measures`, { body: measure })

export const followUp = (id: string, told: FollowUp): Promise<void> =>
  request('POST', `/api/measures/${id}/follow-up`, { body: told })
