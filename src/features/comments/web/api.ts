import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { CommentList, NewComment } from '../contract.ts'

export const commentsQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['comments', studentId],
    queryFn: ({ signal }) =>
      request<CommentList>('GET', `/api/students/${encodeURIComponent(studentId)}/comments`, { signal }),
  })

export const writeComment = (body: NewComment): Promise<unknown> => request('POST', '/api/comments', { body })

export const tellOpened = (studentId: string, ids: readonly string[]): Promise<unknown> =>
  request('POST', `/api/students/${encodeURIComponent(studentId)}/comments/opened`, { body: { ids } })

export const removeComment = (id: string): Promise<unknown> =>
  request('DELETE', `/api/comments/${encodeURIComponent(id)}`)
