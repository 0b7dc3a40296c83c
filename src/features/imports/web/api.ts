import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import type { ImportKind, ImportNoteList, ImportRunList, ImportRunView, NewImport } from '../contract.ts'
import { hasEnded } from './public-ended.ts'

/** How often a run that goes on is looked at, in milliseconds. */
const lookEvery = 1_000

/** Sentences of the server come in the reader's language, so the language is part of what was asked. */
export const importQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['imports', id, language],
    queryFn: ({ signal }) => request<ImportRunView>('GET', `/api/imports/${id}`, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data === undefined || hasEnded(state.data.state) ? false : lookEvery,
  })

const runsAtATime = 10

export const runsQuery = (kind: ImportKind) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'of', kind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ kind, limit: String(runsAtATime) })
      if (pageParam !== '') query.set('after', pageParam)
      return request<ImportRunList>('GET', `/api/imports?${query}`, { signal })
    },
    getNextPageParam: last => last.next,
    staleTime: 0,
  })

const notesAtATime = 50

/** The report of a run as far as it had come: more may be written while the run goes on. */
export const notesQuery = (id: string, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, language, 'notes'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      request<ImportNoteList>('GET', `/api/imports/${id}/notes?after=${pageParam}&limit=${notesAtATime}`, {
        signal,
      }),
    getNextPageParam: last => last.next,
    staleTime: 0,
  })

export const notesFile = (id: string): string => `/api/imports/${id}/notes.csv`

export const templateFile = (kind: ImportKind): string => `/api/imports/templates/${kind}`

export function createImport(wanted: NewImport, signal: AbortSignal): Promise<{ readonly id: string }> {
  return request('POST', '/api/imports', { body: wanted, signal })
}

export interface PartAddress {
  readonly run: string
  /** Both are counted from 1. */
  readonly document: number
  readonly part: number
  readonly name: string
}

export function sendPart(
  { run, document, part, name }: PartAddress,
  bytes: Blob,
  signal: AbortSignal,
): Promise<void> {
  const path = `/api/imports/${run}/documents/${document}/parts/${part}`
  return request('PUT', `${path}?${new URLSearchParams({ name })}`, { body: bytes, signal })
}

export function startImport(id: string, signal: AbortSignal): Promise<ImportRunView> {
  return request('POST', `/api/imports/${id}/start`, { signal })
}

export function stopImport(id: string): Promise<ImportRunView> {
  return request('POST', `/api/imports/${id}/stop`)
}

export function resumeImport(id: string): Promise<ImportRunView> {
  return request('POST', `/api/imports/${id}/resume`)
}
