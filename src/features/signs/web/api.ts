import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { VersionedSettings } from '../../settings/contract.ts'
import type { StudentChoices } from '../../students/contract-list.ts'
import type { Decision, Explanation, SignList, SignQuery, SignView } from '../contract.ts'

export const signsKey = ['signs']

export type SignFilters = Pick<SignQuery, 'group' | 'kind' | 'mine' | 'state'>

export const signsQuery = (filters: SignFilters) =>
  infiniteQueryOptions({
    queryKey: [...signsKey, 'list', filters],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = Object.entries({ ...filters, after: pageParam })
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => [name, String(value)])
      return request<SignList>('GET', `/api/signs?${new URLSearchParams(asked)}`, { signal })
    },
    getNextPageParam: last => last.next,
  })

export const signsOfStudentQuery = (studentId: string) =>
  queryOptions({
    queryKey: [...signsKey, 'of', studentId],
    queryFn: ({ signal }) => request<SignList>('GET', `/api/students/${studentId}/signs`, { signal }),
  })

/** The same answer as the list of students narrows by. */
export const choicesQuery = queryOptions({
  queryKey: ['students', 'filters'],
  queryFn: ({ signal }) => request<StudentChoices>('GET', '/api/students/filters', { signal }),
})

export const explain = (id: string, told: Explanation): Promise<SignView> =>
  request('PUT', `/api/signs/${id}/explanation`, { body: told })

export const decide = (id: string, decision: Decision): Promise<SignView> =>
  request('POST', `/api/signs/${id}/decision`, { body: decision })

/** The same answer as the page of settings shows: the limits are a part of the settings. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<VersionedSettings>('GET', '/api/settings', { signal }),
})

export const saveSettings = (settings: VersionedSettings): Promise<VersionedSettings> =>
  request('PUT', '/api/settings', { body: settings })
