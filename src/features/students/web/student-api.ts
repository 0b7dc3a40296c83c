import { request } from '../../../platform/web/api.ts'
import type { ProtectionChange } from '../contract-student.ts'

export function revealStudent(studentId: string, reason: string): Promise<unknown> {
  return request('POST', `/api/students/${encodeURIComponent(studentId)}/reveal`, { body: { reason } })
}

export function changeProtection(studentId: string, change: ProtectionChange): Promise<unknown> {
  return request('POST', `/api/students/${encodeURIComponent(studentId)}/protection`, { body: change })
}
