import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { ApiKey, CreatedApiKey, NewApiKey } from '../contract.ts'

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => request<{ readonly items: readonly ApiKey[] }>('GET', '/api/api-keys', { signal }),
})

export function createKey(wanted: NewApiKey): Promise<CreatedApiKey> {
  return request<CreatedApiKey>('POST', '/api/api-keys', { body: wanted })
}

export function revokeKey(id: string): Promise<unknown> {
  return request('DELETE', `/api/api-keys/${encodeURIComponent(id)}`)
}
