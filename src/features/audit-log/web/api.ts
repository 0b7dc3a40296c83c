import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ProblemError, request } from '../../../platform/web/api.ts'
import type { AuditList, AuditSearch, OwnAudit, PickedActors, PickedStudents } from '../contract.ts'

const parametersOf = (search: object) =>
  new URLSearchParams(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== '') as [string, string][],
  )

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<AuditList>('GET', `/api/audit?${parametersOf({ ...search, after: pageParam })}`, { signal }),
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
    // Each asking is an event of its own: the page is not read anew behind the reader's back.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const findStudents = (text: string, signal: AbortSignal): Promise<PickedStudents> =>
  request<PickedStudents>('GET', `/api/audit/students?${parametersOf({ text })}`, { signal })

export const findActors = (text: string, signal: AbortSignal): Promise<PickedActors> =>
  request<PickedActors>('GET', `/api/audit/actors?${parametersOf({ text })}`, { signal })

export const ownAuditQuery = (days: { readonly from?: string; readonly to?: string }) =>
  queryOptions({
    queryKey: ['audit', 'own', days],
    queryFn: ({ signal }) => request<OwnAudit>('GET', `/api/audit/own?${parametersOf(days)}`, { signal }),
    placeholderData: keepPreviousData,
  })

/** Fetched here and not by the browser's own way, because a refusal is to be told on the page. */
export async function saveExport(search: AuditSearch, language: string, name: string): Promise<void> {
  const answer = await fetch(`/api/audit/export?${parametersOf(search)}`, {
    headers: { 'accept-language': language },
    credentials: 'same-origin',
  })
  if (!answer.ok) {
    const told: unknown = await answer.json().catch(() => ({}))
    throw new ProblemError({ status: answer.status, code: `http.${answer.status}`, ...(told as object) })
  }
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
