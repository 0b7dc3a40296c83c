import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { GuardedStudents } from '../contract.ts'

export const guardedQuery = queryOptions({
  queryKey: ['guardianship'],
  queryFn: ({ signal }) => request<GuardedStudents>('GET', '/api/guardian/students', { signal }),
})
