import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { VersionedSettings } from '../../settings/contract.ts'
import type { RetentionPreview, RetentionRunList } from '../contract.ts'

/** The same answer as the page of settings shows: the times are a part of the settings. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<VersionedSettings>('GET', '/api/settings', { signal }),
})

export const saveSettings = (settings: VersionedSettings): Promise<VersionedSettings> =>
  request<VersionedSettings>('PUT', '/api/settings', { body: settings })

export const previewKey = ['retention', 'preview']
export const previewQuery = queryOptions({
  queryKey: previewKey,
  queryFn: ({ signal }) => request<RetentionPreview>('GET', '/api/retention/preview', { signal }),
  enabled: false,
})

export const runsKey = ['retention', 'runs']
export const runsQuery = infiniteQueryOptions({
  queryKey: runsKey,
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    request<RetentionRunList>('GET', `/api/retention/runs${pageParam === '' ? '' : `?after=${pageParam}`}`, {
      signal,
    }),
  getNextPageParam: last => last.next,
  // While one is under way the page follows it.
  refetchInterval: query =>
    query.state.data?.pages[0]?.items.some(run => run.finishedAt === undefined) === true ? 2_000 : false,
})

export const startRun = (): Promise<{ readonly id: string }> => request('POST', '/api/retention/runs')
