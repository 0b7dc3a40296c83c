import { useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { type Standing, stateWord, toneOf } from './run-words.ts'
import { texts } from './texts.ts'

/** The state of a run in a word; its tone tells whether somebody should look at it. */
export function StateBadge({ run }: { readonly run: Standing }) {
  const t = useTexts(texts)
  return <Badge tone={toneOf(run)}>{stateWord(run, t)}</Badge>
}
