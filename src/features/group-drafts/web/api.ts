import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { GroupList } from '../../groups/contract.ts'
import type { WorkplaceChoices } from '../../plans/contract-choices.ts'
import type { TemplateList } from '../../templates/contract-api.ts'
import type {
  AnswersChanged,
  Candidates,
  DraftList,
  DraftMade,
  DraftPage,
  DraftSave,
  DraftSaved,
  NewDraft,
  RowChange,
} from '../contract.ts'
import type { DraftPlan } from '../contract-plan.ts'
import { draftTag } from '../rules-tag.ts'

const at = (id: string): string => `/api/group-drafts/${encodeURIComponent(id)}`

export const draftKey = (id: string) => ['group-drafts', id] as const

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: draftKey(id),
    queryFn: ({ signal }) => request<DraftPage>('GET', at(id), { signal }),
    gcTime: 0,
  })

export const planQuery = (id: string, key: string, version: number, language: string) =>
  queryOptions({
    queryKey: [...draftKey(id), 'plan', key, version, language],
    queryFn: ({ signal }) =>
      request<DraftPlan>('GET', `${at(id)}/rows/${encodeURIComponent(key)}/plan`, { signal }),
    gcTime: 0,
  })

export const draftsQuery = queryOptions({
  queryKey: ['group-drafts', 'open'],
  queryFn: ({ signal }) => request<DraftList>('GET', '/api/group-drafts', { signal }),
})

export const templatesQuery = queryOptions({
  queryKey: ['templates', 'in-use'],
  queryFn: ({ signal }) => request<TemplateList>('GET', '/api/templates', { signal }),
})

export const groupsQuery = queryOptions({
  queryKey: ['groups', 'to-draft'],
  queryFn: ({ signal }) => request<GroupList>('GET', '/api/groups?limit=500', { signal }),
})

export const candidatesQuery = (templateId: string, groupCode: string) =>
  queryOptions({
    queryKey: ['group-drafts', 'candidates', templateId, groupCode],
    queryFn: ({ signal }) =>
      request<Candidates>(
        'GET',
        `/api/group-drafts/candidates?${new URLSearchParams({ templateId, groupCode })}`,
        { signal },
      ),
    enabled: templateId !== '' && groupCode !== '',
  })

export const workplacesQuery = (typed: string) =>
  queryOptions({
    queryKey: ['workplaces', typed],
    queryFn: ({ signal }) =>
      request<WorkplaceChoices>(
        'GET',
        `/api/plans/choices/workplaces?${new URLSearchParams({ query: typed })}`,
        {
          signal,
        },
      ),
    enabled: typed.trim().length > 1,
  })

export const makeDraft = (body: NewDraft): Promise<DraftMade> =>
  request('POST', '/api/group-drafts', { body })

export const answerRows = (id: string, rows: readonly RowChange[]): Promise<AnswersChanged> =>
  request('PATCH', `${at(id)}/answers`, { body: { rows } })

export const saveDraft = (id: string, body: DraftSave): Promise<DraftSaved> =>
  request('POST', `${at(id)}/save`, { body })

export const discardDraft = (seen: DraftPage): Promise<void> =>
  request('DELETE', at(seen.id), { ifMatch: draftTag(seen) })

/** Plans were made: what was read of students and groups is old. */
export async function forgetPlans(client: QueryClient, id: string): Promise<void> {
  await Promise.all(
    [draftKey(id), ['group-drafts', 'open'], ['groups'], ['students']].map(queryKey =>
      client.invalidateQueries({ queryKey }),
    ),
  )
}
