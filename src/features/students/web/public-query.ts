import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { StudentCard } from '../contract-student.ts'

/** A student as the reader may have them. */
export const studentQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['students', 'one', studentId],
    queryFn: ({ signal }) =>
      request<StudentCard>('GET', `/api/students/${encodeURIComponent(studentId)}`, { signal }),
  })
