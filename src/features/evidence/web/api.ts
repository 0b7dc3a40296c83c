import type { QueryClient } from '@tanstack/react-query'
import { download, request } from '../../../platform/web/api.ts'
import type { Evidence, EvidenceContent } from '../contract.ts'

const at = (studentId: string, rest = ''): string =>
  `/api/students/${encodeURIComponent(studentId)}/evidence${rest}`

/** Suggestions and requests tell of evidence too. */
export async function forgetEvidence(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['evidence'] }),
    client.invalidateQueries({ queryKey: ['recognitions'] }),
  ])
}

/** New, or changed where it is stored already. */
export function saveEvidence(
  studentId: string,
  stored: Pick<Evidence, 'id' | 'version'> | undefined,
  content: EvidenceContent,
): Promise<Evidence> {
  if (stored === undefined) return request('POST', at(studentId), { body: content })
  return request('PUT', at(studentId, `/${stored.id}`), { body: { ...content, version: stored.version } })
}

export const withdrawEvidence = (studentId: string, { id, version }: Evidence): Promise<undefined> =>
  request('POST', at(studentId, `/${id}/withdraw`), { body: { version } })

export function uploadFile(studentId: string, evidenceId: string, file: File): Promise<Evidence> {
  const name = new URLSearchParams({ name: file.name })
  return request('POST', at(studentId, `/${evidenceId}/files?${name}`), { body: file })
}

export const removeFile = (studentId: string, evidenceId: string, fileId: string): Promise<Evidence> =>
  request('DELETE', at(studentId, `/${evidenceId}/files/${fileId}`))

export const openFile = (studentId: string, fileId: string): Promise<void> =>
  download('GET', `/api/students/${encodeURIComponent(studentId)}/files/${fileId}`)
