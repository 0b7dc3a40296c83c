import { useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import type { Tone } from '../../../ui/note.tsx'
import type { DeliveryState } from '../contract.ts'
import { texts } from './texts.ts'

const tones: Readonly<Record<DeliveryState, Tone | 'neutral'>> = {
  waiting: 'info',
  delivered: 'success',
  refused: 'error',
  differs: 'warning',
  removal: 'warning',
  removed: 'neutral',
}

export function DeliveryBadge({ state }: { readonly state: DeliveryState }) {
  const t = useTexts(texts)
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
}
