import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { CommentList, NewComment } from '../contract.ts'

export const commentsQuery = (studentId: string) =>
  infiniteQueryOptions({
    queryKey: ['comments', studentId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === '' ? '' : `?${new URLSearchParams({ after: pageParam })}`
      const path = `/api/students/${encodeURIComponent(studentId)}/comments${after}`
      return request<CommentList>('GET', path, { signal })
    },
    getNextPageParam: last => last.next,
  })

export const writeComment = (body: NewComment): Promise<unknown> => request('POST', '/api/comments', { body })

export const tellOpened = (studentId: string, ids: readonly string[]): Promise<unknown> =>
  request('POST', `/api/students/${encodeURIComponent(studentId)}/comments/opened`, { body: { ids } })

export const removeComment = (id: string): Promise<unknown> =>
  request('DELETE', `/api/comments/${encodeURIComponent(id)}`)
