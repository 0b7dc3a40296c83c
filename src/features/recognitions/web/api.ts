import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type {
  EffectList,
  NewDecision,
  NewRecognitions,
  PeriodChoice,
  RecognitionList,
  SentToAssessors,
  SuggestionList,
  VerificationRoute,
} from '../contract.ts'

const at = (studentId: string, rest = ''): string =>
  `/api/students/${encodeURIComponent(studentId)}/recognitions${rest}`

export const recognitionsQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['recognitions', studentId],
    queryFn: ({ signal }) => request<RecognitionList>('GET', at(studentId), { signal }),
  })

export const suggestionsQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['recognitions', studentId, 'suggestions'],
    queryFn: ({ signal }) => request<SuggestionList>('GET', at(studentId, '/suggestions'), { signal }),
  })

interface EffectQuestion {
  readonly planId: string
  readonly ids: readonly string[]
  readonly route: VerificationRoute
  readonly periods: PeriodChoice
}

/** Asked anew each time: the plan may have changed since. */
export const effectQuery = (studentId: string, { ids, ...question }: EffectQuestion) =>
  queryOptions({
    queryKey: ['recognitions', studentId, 'effect', question, ids],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ ...question, ids: ids.join() })
      return request<EffectList>('GET', at(studentId, `/effect?${query}`), { signal })
    },
    staleTime: 0,
    gcTime: 0,
  })

export const askRecognitions = (studentId: string, body: NewRecognitions): Promise<RecognitionList> =>
  request('POST', at(studentId), { body })

export const sendRecognition = (
  studentId: string,
  id: string,
  body: SentToAssessors,
): Promise<RecognitionList> => request('POST', at(studentId, `/${id}/assessors`), { body })

export const withdrawRecognition = (
  studentId: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<RecognitionList> => request('POST', at(studentId, `/${id}/withdraw`), { body: { version } })

export const decideRecognitions = (studentId: string, body: NewDecision): Promise<RecognitionList> =>
  request('POST', at(studentId, '/decide'), { body })

/** What is recognised stands in the plan and on the path at once. */
export async function forgetRecognitions(client: QueryClient): Promise<void> {
  await Promise.all(
    ['recognitions', 'plans', 'path', 'tasks'].map(key => client.invalidateQueries({ queryKey: [key] })),
  )
}
