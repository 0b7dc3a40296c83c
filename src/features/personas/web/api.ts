import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { Persona } from '../contract.ts'

export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: ({ signal }) =>
    request<{ readonly items: readonly Persona[] }>('GET', '/api/personas', { signal }),
})
