import { useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import type { RowCounts, RunState } from '../contract.ts'
import { toneOf } from './run-words.ts'
import { texts } from './texts.ts'

/** The state of a run in a word; its tone tells whether somebody should look at it. */
export function StateBadge({
  run,
}: {
  readonly run: { readonly state: RunState; readonly counts: RowCounts }
}) {
  const t = useTexts(texts)
  return <Badge tone={toneOf(run)}>{t(`states.${run.state}`)}</Badge>
}
