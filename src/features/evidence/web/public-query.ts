import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { EvidenceList } from '../contract.ts'

export const evidenceQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['evidence', studentId],
    queryFn: ({ signal }) =>
      request<EvidenceList>('GET', `/api/students/${encodeURIComponent(studentId)}/evidence`, { signal }),
  })
