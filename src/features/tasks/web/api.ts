import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import type { VersionedSettings } from '../../settings/contract.ts'
import type { DigestChoice, DigestView, TaskKind, TaskList } from '../contract.ts'

/**
 * What was done elsewhere has gone from here: the list is read anew whenever it is looked at again. Its texts come in
 * the reader's language.
 */
export const tasksQuery = (kind: TaskKind | undefined, language: Language) =>
  queryOptions({
    queryKey: ['tasks', kind ?? '', language],
    queryFn: ({ signal }) =>
      request<TaskList>('GET', `/api/tasks${kind === undefined ? '' : `?kind=${kind}`}`, { signal }),
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    placeholderData: keepPreviousData,
  })

export const digestQuery = queryOptions({
  queryKey: ['tasks', 'digest'],
  queryFn: ({ signal }) => request<DigestView>('GET', '/api/tasks/digest', { signal }),
})

export const saveDigest = (choice: DigestChoice): Promise<DigestView> =>
  request<DigestView>('PUT', '/api/tasks/digest', { body: choice })

/** The same answer as the page of settings shows: the days are a part of the settings. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<VersionedSettings>('GET', '/api/settings', { signal }),
})

export const saveSettings = (settings: VersionedSettings): Promise<VersionedSettings> =>
  request<VersionedSettings>('PUT', '/api/settings', { body: settings })
