import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { QualificationList, QualificationPage, UnitPage } from '../contract-browse.ts'

const pageSize = 50

/** The language is part of the key: it gives the order. */
export const qualificationsQuery = (words: string, onlyValid: boolean, language: string) =>
  infiniteQueryOptions({
    queryKey: ['qualifications', words, onlyValid, language],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(pageSize), after: String(pageParam) })
      if (words !== '') query.set('query', words)
      if (onlyValid) query.set('valid', 'today')
      return request<QualificationList>('GET', `/api/qualifications?${query}`, { signal })
    },
    getNextPageParam: last => last.next,
    placeholderData: previous => previous,
  })

export const qualificationQuery = (id: string) =>
  queryOptions({
    queryKey: ['qualification', id],
    queryFn: ({ signal }) =>
      request<QualificationPage>('GET', `/api/qualifications/${encodeURIComponent(id)}`, { signal }),
  })

export const unitQuery = (id: string, code: string) =>
  queryOptions({
    queryKey: ['qualification', id, 'units', code],
    queryFn: ({ signal }) =>
      request<UnitPage>(
        'GET',
        `/api/qualifications/${encodeURIComponent(id)}/units/${encodeURIComponent(code)}`,
        { signal },
      ),
  })
