import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { HelpRequestList, NewHelpRequest } from '../contract.ts'

export const helpQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['help-requests', studentId],
    queryFn: ({ signal }) =>
      request<HelpRequestList>('GET', `/api/students/${encodeURIComponent(studentId)}/help-requests`, {
        signal,
      }),
  })

export const askForHelp = (body: NewHelpRequest): Promise<{ id: string; answerBy: string }> =>
  request('POST', '/api/help-requests', { body })

export const step = (id: string, what: 'withdraw' | 'take'): Promise<unknown> =>
  request('POST', `/api/help-requests/${encodeURIComponent(id)}/${what}`)

export const answer = (id: string, text: string): Promise<unknown> =>
  request('POST', `/api/help-requests/${encodeURIComponent(id)}/answer`, { body: { answer: text } })
