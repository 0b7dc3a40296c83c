import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { StudentList } from '../contract.ts'
import type { StudentChoices, StudentSearch } from '../contract-list.ts'

const pageSize = 25

/** A page after another of what is searched; the old results stay while the new ones are on their way. */
export const studentsQuery = (search: StudentSearch) =>
  infiniteQueryOptions({
    queryKey: ['students', 'list', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = parametersOfSearch(search)
      query.set('limit', String(pageSize))
      if (pageParam !== '') query.set('after', pageParam)
      return request<StudentList>('GET', `/api/students?${query}`, { signal })
    },
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })

export const choicesQuery = queryOptions({
  queryKey: ['students', 'filters'],
  queryFn: ({ signal }) => request<StudentChoices>('GET', '/api/students/filters', { signal }),
  staleTime: 5 * 60_000,
})

export const exportPath = (search: StudentSearch): string =>
  `/api/students/export?${parametersOfSearch(search)}`

export function parametersOfSearch(search: StudentSearch): URLSearchParams {
  return new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)]))
}
