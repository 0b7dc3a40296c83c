import { useSignedIn } from '../../../../platform/web/session.ts'
import type { Bounds } from '../../rules-defaults.ts'
import { useEditor } from '../editor-context.tsx'

/** What new parts begin from: the day of the platform's clock and the study right. */
export function useBounds(): Bounds {
  const { studyRight } = useEditor()
  const session = useSignedIn()
  return { ...studyRight, today: session?.today ?? '' }
}
