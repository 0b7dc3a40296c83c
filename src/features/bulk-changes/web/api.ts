import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { GroupList } from '../../groups/contract.ts'
import type { UnitChoices, WorkplaceChoices } from '../../plans/contract-choices.ts'
import type {
  BulkList,
  BulkMade,
  BulkPreview,
  BulkQuestion,
  NewBulkChange,
  Selectable,
  Undone,
  UndoPreview,
} from '../contract.ts'

export const changesQuery = (language: string) =>
  queryOptions({
    queryKey: ['bulk-changes', 'list', language],
    queryFn: ({ signal }) => request<BulkList>('GET', '/api/bulk-changes', { signal }),
  })

export const groupChoicesQuery = queryOptions({
  queryKey: ['groups', 'choices'],
  queryFn: ({ signal }) => request<GroupList>('GET', '/api/groups?limit=500', { signal }),
})

/** Shows students, so it is asked when a group has been chosen, and not kept for long. */
export const selectionQuery = (group: string) =>
  queryOptions({
    queryKey: ['bulk-changes', 'selection', group],
    queryFn: ({ signal }) =>
      request<Selectable>('GET', `/api/bulk-changes/selection?${new URLSearchParams({ group })}`, { signal }),
    enabled: group !== '',
    staleTime: 60_000,
  })

/** Of plans that were ticked in the list of students. */
export const chosenQuery = (planIds: readonly string[]) =>
  queryOptions({
    queryKey: ['bulk-changes', 'selection', planIds],
    queryFn: ({ signal }) =>
      request<Selectable>('POST', '/api/bulk-changes/selection', { body: { planIds }, signal }),
    staleTime: 60_000,
  })

export const unitChoicesQuery = (diaryNumber: string) =>
  queryOptions({
    queryKey: ['choices', 'units', diaryNumber],
    queryFn: ({ signal }) =>
      request<UnitChoices>('GET', `/api/plans/choices/units?${new URLSearchParams({ diaryNumber })}`, {
        signal,
      }),
    enabled: diaryNumber !== '',
    staleTime: 600_000,
  })

export const workplaceChoicesQuery = (text: string) =>
  queryOptions({
    queryKey: ['choices', 'workplaces', text],
    queryFn: ({ signal }) =>
      request<WorkplaceChoices>(
        'GET',
        `/api/plans/choices/workplaces?${new URLSearchParams({ query: text })}`,
        { signal },
      ),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  })

export const previewChange = (body: BulkQuestion): Promise<BulkPreview> =>
  request('POST', '/api/bulk-changes/preview', { body })

export const makeChange = (body: NewBulkChange): Promise<BulkMade> =>
  request('POST', '/api/bulk-changes', { body })

export const undoQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['bulk-changes', id, 'undo', language],
    queryFn: ({ signal }) =>
      request<UndoPreview>('GET', `/api/bulk-changes/${encodeURIComponent(id)}/undo`, { signal }),
    gcTime: 0,
  })

type Versions = NewBulkChange['plans']

export const undoChange = (id: string, plans: Versions): Promise<Undone> =>
  request('POST', `/api/bulk-changes/${encodeURIComponent(id)}/undo`, { body: { plans } })

/** Plans have changed: what was read of them is old. */
export async function forgetPlans(client: QueryClient): Promise<void> {
  client.removeQueries({ queryKey: ['bulk-changes', 'chosen'] })
  await Promise.all(
    ['bulk-changes', 'plans', 'students', 'groups'].map(key => client.invalidateQueries({ queryKey: [key] })),
  )
}
