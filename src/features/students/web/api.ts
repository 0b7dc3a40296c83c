import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { StudentList } from '../contract.ts'

const pageSize = 50

export const studentsQuery = infiniteQueryOptions({
  queryKey: ['students'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) => {
    const query = new URLSearchParams({ limit: String(pageSize) })
    if (pageParam !== '') query.set('after', pageParam)
    return request<StudentList>('GET', `/api/students?${query}`, { signal })
  },
  getNextPageParam: last => last.next,
})
