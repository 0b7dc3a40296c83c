import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { PathView } from '../contract.ts'

/** `studentId` for those who work with the student; without it one's own. Names come in the reader's language. */
export const pathQuery = (language: string, studentId: string | undefined, studyRight: string | undefined) =>
  queryOptions({
    queryKey: ['paths', studentId ?? 'own', studyRight ?? '', language],
    queryFn: ({ signal }) => {
      const path =
        studentId === undefined ? '/api/path' : `/api/students/${encodeURIComponent(studentId)}/path`
      const chosen = studyRight === undefined ? '' : `?studyRight=${encodeURIComponent(studyRight)}`
      return request<PathView>('GET', `${path}${chosen}`, { signal })
    },
  })
