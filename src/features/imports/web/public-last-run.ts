import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { ImportKind, ImportRunList } from '../contract.ts'
import { hasEnded } from './public-ended.ts'

/** How often it is read while it goes on, in milliseconds. */
const lookEvery = 3_000

/** The newest run of a kind that no register tells of; null when there is none. */
export const lastRunQuery = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['imports', 'last', kind],
    queryFn: async ({ signal }) => {
      const { items } = await request<ImportRunList>('GET', `/api/imports?kind=${kind}&limit=1`, { signal })
      return items[0] ?? null
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && !hasEnded(state.data.state) ? lookEvery : false),
  })
