import { formatDateRange } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Translate } from '../../../platform/i18n/texts.ts'
import type { ItemKind, PathItem, PathView } from '../../paths/contract.ts'
import type { ProposalKind } from '../contract.ts'
import type { fi } from '../i18n/fi.ts'

export interface AboutChoice {
  readonly value: string
  readonly text: string
  readonly item?: PathItem
  /** The heading under which it is offered. */
  readonly under?: string
}

const periods: readonly ItemKind[] = ['school', 'training-agreement', 'apprenticeship', 'other']
const atWork: readonly ItemKind[] = ['training-agreement', 'apprenticeship']

/** In this order; what is shown or was known before is not changed any more. */
const stateGroups = [
  { heading: 'ahead', states: ['running', 'coming'] },
  { heading: 'open', states: ['open'] },
  { heading: 'over', states: ['passed'] },
] as const

/** What a kind of change may be about, by name; what is over is left out. */
export function aboutsOf(
  { items, parts, today }: PathView,
  kind: ProposalKind,
  language: Language,
  t: Translate<typeof fi>,
): AboutChoice[] {
  const named = (wanted: readonly ItemKind[]) =>
    items
      .filter(item => wanted.includes(item.kind) && item.end >= today)
      .map(item => ({
        value: item.key,
        text: `${item.name.text ?? ''}, ${formatDateRange(item.start, item.end, language)}`,
        item,
      }))
  if (kind === 'dates') return named(periods)
  if (kind === 'workplace' || kind === 'part-time') return named(atWork)
  const offered = kind === 'unit' ? parts.filter(({ kind: what }) => what === 'vocational') : parts
  const ahead = stateGroups.flatMap(({ heading, states }) =>
    states.flatMap(state =>
      offered
        .filter(part => part.state === state)
        .map(({ key, name }) => ({ value: key, text: name.text ?? '', under: t(`abouts.${heading}`) })),
    ),
  )
  return kind === 'unit' ? ahead : [{ value: 'plan', text: t('aboutPlan') }, ...ahead]
}
