import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { ImportKind, ImportRunList, ImportRunView } from '../contract.ts'
import { hasEnded } from './public-ended.ts'

/** How often it is read while it goes on, in milliseconds. */
const lookEvery = 3_000

export interface LastRuns {
  readonly lastRun?: ImportRunView
  /** When one of them last came to its end well. */
  readonly lastDone?: string
}

/** As far back as is looked for one that went well. */
const lookBack = 20

/** The newest run of a kind that no register tells of, and when one last went well. */
export const lastRunQuery = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['imports', 'last', kind],
    queryFn: async ({ signal }) => {
      const { items } = await request<ImportRunList>('GET', `/api/imports?kind=${kind}&limit=${lookBack}`, {
        signal,
      })
      return lastRunsOf(items)
    },
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.lastRun && !hasEnded(state.data.lastRun.state) ? lookEvery : false,
  })

function lastRunsOf([lastRun, ...before]: readonly ImportRunView[]): LastRuns {
  if (lastRun === undefined) return {}
  const lastDone = [lastRun, ...before].find(({ state }) => state === 'done')?.finishedAt
  return { lastRun, ...(lastDone === undefined ? {} : { lastDone }) }
}
