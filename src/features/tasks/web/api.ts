import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import type { TaskKind, TaskList } from '../contract.ts'

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
