import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { NewShare, ShareList, ShareMade } from '../contract.ts'

export const sharesQuery = queryOptions({
  queryKey: ['shares'],
  queryFn: ({ signal }) => request<ShareList>('GET', '/api/shares', { signal }),
})

export const makeShare = (body: NewShare): Promise<ShareMade> => request('POST', '/api/shares', { body })

export const revokeShare = (id: string): Promise<unknown> =>
  request('POST', `/api/shares/${encodeURIComponent(id)}/revoke`)
