import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { ProtectionChange, StudentCard } from '../contract-student.ts'

export const studentQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['students', 'one', studentId],
    queryFn: ({ signal }) =>
      request<StudentCard>('GET', `/api/students/${encodeURIComponent(studentId)}`, { signal }),
  })

export function revealStudent(studentId: string, reason: string): Promise<unknown> {
  return request('POST', `/api/students/${encodeURIComponent(studentId)}/reveal`, { body: { reason } })
}

export function changeProtection(studentId: string, change: ProtectionChange): Promise<unknown> {
  return request('POST', `/api/students/${encodeURIComponent(studentId)}/protection`, { body: change })
}
