import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { StaffList } from '../../staff/contract.ts'
import type { GroupList, GroupRow, Handover, YearChanged, YearRow } from '../contract.ts'

export type Which = 'mine' | 'all' | 'ended'

const paths: Readonly<Record<Which, string>> = {
  mine: '/api/groups?mine=true',
  all: '/api/groups?mine=false',
  ended: '/api/groups?ended=true',
}

export const groupsQuery = (which: Which) =>
  infiniteQueryOptions({
    queryKey: ['groups', which],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`
      return request<GroupList>('GET', `${paths[which]}${after}`, { signal })
    },
    getNextPageParam: last => last.next,
  })

/** Every group: a change of year is about all the open ones, and may take the code of one that has ended. */
export const allGroupsQuery = queryOptions({
  queryKey: ['groups', 'whole'],
  queryFn: async ({ signal }) => {
    const groups: GroupRow[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const page: GroupList = await request('GET', `/api/groups?ended=true&limit=500${place}`, { signal })
      groups.push(...page.items)
      after = page.next
    }
    return groups
  },
})

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => request<StaffList>('GET', '/api/staff', { signal }),
})

export function handOver(code: string, body: Handover): Promise<{ students: number }> {
  return request('POST', `/api/groups/${encodeURIComponent(code)}/handover`, { body })
}

export function changeYear(rows: readonly YearRow[]): Promise<YearChanged> {
  return request('POST', '/api/groups/year-change', { body: { rows } })
}

/** Students moved with their groups: what was read of either is old. */
export async function forgetGroups(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['groups'] }),
    client.invalidateQueries({ queryKey: ['students'] }),
  ])
}
