import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { ImportKind, ImportRunList } from '../contract.ts'

/** The newest run of a kind that no register tells of; null when there is none. */
export const lastRunQuery = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['imports', 'last', kind],
    queryFn: async ({ signal }) => {
      const { items } = await request<ImportRunList>('GET', `/api/imports?kind=${kind}&limit=1`, { signal })
      return items[0] ?? null
    },
    staleTime: 0,
  })
