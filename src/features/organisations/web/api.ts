import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { OrganisationList, OrganisationView, Successor } from '../contract.ts'

export interface OrganisationSearch {
  readonly query: string
  readonly kind: string
  readonly onlyActive: boolean
}

export const organisationsQuery = ({ kind, onlyActive, query }: OrganisationSearch) =>
  infiniteQueryOptions({
    queryKey: ['organisations', 'list', query, kind, onlyActive],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ query, from: String(pageParam) })
      if (kind !== '') search.set('kind', kind)
      if (onlyActive) search.set('active', 'true')
      return request<OrganisationList>('GET', `/api/organisations?${search}`, { signal })
    },
    getNextPageParam: last => last.next,
    // What was found stays until the next answer is there: a list that blinks at each key cannot be read.
    placeholderData: keepPreviousData,
  })

export const organisationQuery = (oid: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', oid],
    queryFn: ({ signal }) =>
      request<OrganisationView>('GET', `/api/organisations/${encodeURIComponent(oid)}`, { signal }),
  })

export function saveSuccessors(oid: string, successors: readonly Successor[]): Promise<void> {
  return request<void>('PUT', `/api/organisations/${encodeURIComponent(oid)}/successors`, {
    body: { successors },
  })
}
