import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type {
  FeedbackForm,
  FeedbackList,
  PublicKind,
  PublicStatement,
  StatementBody,
  StatementKind,
  StatementProviders,
  StatementView,
} from '../contract.ts'

export const providersQuery = queryOptions({
  queryKey: ['statements', 'providers'],
  queryFn: ({ signal }) => request<StatementProviders>('GET', '/api/public-statements', { signal }),
  staleTime: 3_600_000,
})

export const publicStatementQuery = (oid: string, kind: PublicKind) =>
  queryOptions({
    queryKey: ['statements', 'public', oid, kind],
    queryFn: ({ signal }) =>
      request<PublicStatement>('GET', `/api/public-statements/${encodeURIComponent(oid)}/${kind}`, {
        signal,
      }),
  })

export const statementQuery = (kind: StatementKind) =>
  queryOptions({
    queryKey: ['statements', 'own', kind],
    queryFn: ({ signal }) => request<StatementView>('GET', `/api/statements/${kind}`, { signal }),
  })

export function saveStatement(change: {
  readonly kind: StatementKind
  readonly body: StatementBody
  readonly version: number
}): Promise<StatementView> {
  const { kind, ...body } = change
  return request<StatementView>('PUT', `/api/statements/${kind}`, { body })
}

export function publishStatement(given: {
  readonly kind: StatementKind
  readonly version: number
}): Promise<StatementView> {
  const { kind, version } = given
  return request<StatementView>('POST', `/api/statements/${kind}/publish`, { body: { version } })
}

export const feedbackKey = ['statements', 'feedback']

export const feedbackQuery = (answered: boolean) =>
  infiniteQueryOptions({
    queryKey: [...feedbackKey, answered],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ answered: String(answered) })
      if (pageParam !== '') query.set('after', pageParam)
      return request<FeedbackList>('GET', `/api/feedback?${query}`, { signal })
    },
    getNextPageParam: last => last.next,
  })

export const answerFeedback = (id: string): Promise<unknown> =>
  request('POST', `/api/feedback/${encodeURIComponent(id)}/answer`)

export const giveFeedback = (oid: string, form: FeedbackForm): Promise<unknown> =>
  request('POST', `/api/public-statements/${encodeURIComponent(oid)}/feedback`, { body: form })
