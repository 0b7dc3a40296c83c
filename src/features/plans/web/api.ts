import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import type { PlanPage, PlanSaved, PlanVersion, PlanVersionList } from '../contract-api.ts'
import type { StoredPlan } from '../rules-contacts.ts'
import type { PlanChange } from '../rules-difference.ts'
import { withHiddenWords } from './protection.ts'

/** A plan's page as the server sends it; the body has people as references into `contacts`. */
export type PlanView = Omit<PlanPage, 'plan'> & { readonly plan: StoredPlan }
export type Contacts = PlanPage['contacts']
export type Contact = Contacts[string]
export type CodeNames = PlanPage['names'][string]
export type ShownFinding = PlanPage['findings'][number]
export type Conflict = PlanPage['conflicts'][number]
export type Saver = Partial<PlanPage['savedBy']>
export type ShownStudyRight = NonNullable<PlanPage['studyRight']>

export type Versions = Static<typeof PlanVersionList>
export type ListedVersion = Versions['items'][number]
export type Change = ListedVersion['changes'][number]
export type OldPlan = Omit<Static<typeof PlanVersion>, 'plan'> & { readonly plan: StoredPlan }
export type Saved = Static<typeof PlanSaved>

/** The language is part of the key because findings come as text. */
export const planQuery = (planId: string, language: Language) =>
  queryOptions({
    queryKey: ['plans', planId, language],
    queryFn: async ({ signal }) => {
      const view = await request<PlanView>('GET', `/api/plans/${encodeURIComponent(planId)}`, { signal })
      return view.protection === 'masked' ? withHiddenWords(view, language) : view
    },
  })

/**
 * Newest first; `next` is the version from which the following page goes on. `newest` is the version that the reader
 * knows: with another the list is read anew.
 */
export const versionsQuery = (planId: string, newest: number, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['plans', planId, 'versions', language, newest],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === '' ? '' : `?before=${pageParam}`
      const path = `/api/plans/${encodeURIComponent(planId)}/versions${query}`
      return withHiddenWords(await request<Versions>('GET', path, { signal }), language)
    },
    getNextPageParam: last => (last.next === undefined ? undefined : String(last.next)),
  })

export const versionQuery = (planId: string, version: string, language: Language) =>
  queryOptions({
    queryKey: ['plans', planId, 'versions', 'one', version, language],
    queryFn: async ({ signal }) => {
      const path = `/api/plans/${encodeURIComponent(planId)}/versions/${encodeURIComponent(version)}`
      return withHiddenWords(await request<OldPlan>('GET', path, { signal }), language)
    },
  })

/** The listed versions with their changes as the rules know them. */
export function stepsOf({
  items,
}: Versions): (ListedVersion & { readonly changes: readonly PlanChange[] })[] {
  return items as (ListedVersion & { readonly changes: readonly PlanChange[] })[]
}

/** Makes an earlier version the next one, on top of the version that the reader saw. */
export function restoreVersion(seen: PlanView, version: number, reason: string): Promise<Saved> {
  const path = `/api/plans/${encodeURIComponent(seen.id)}/versions/${version}/restore`
  return request<Saved>('POST', path, { ifMatch: `"v${seen.version}"`, body: { reason } })
}

/** Saves a whole body on top of the version that the reader saw. */
export function savePlan(seen: PlanView, plan: StoredPlan, reason: string): Promise<Saved> {
  return request<Saved>('PUT', `/api/plans/${encodeURIComponent(seen.id)}`, {
    ifMatch: `"v${seen.version}"`,
    body: { plan, reason },
  })
}

/** After a save everything that was read of this plan, and the list of students, is old. */
export async function forgetPlan(client: QueryClient, planId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['plans', planId] }),
    client.invalidateQueries({ queryKey: ['students'] }),
  ])
}

/** Marks a conflict as looked at: it leaves the page and stays in the history. */
export function settleConflict(planId: string, conflictId: string): Promise<unknown> {
  const path = `/api/plans/${encodeURIComponent(planId)}/conflicts/${encodeURIComponent(conflictId)}/settle`
  return request('POST', path)
}
