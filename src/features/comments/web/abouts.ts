import { formatDateRange } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Translate } from '../../../platform/i18n/texts.ts'
import type { PathItem, PathView } from '../../paths/contract.ts'
import type { fi } from '../i18n/fi.ts'

export interface About {
  readonly value: string
  readonly text: string
  /** The heading under which it is offered. */
  readonly under?: string
}

/** What a comment may be about, by name: the whole, what runs now and comes next, the parts, and last what is over. */
export function aboutsOf(
  { items, parts, today }: PathView,
  language: Language,
  t: Translate<typeof fi>,
): About[] {
  const known = parts.filter(({ kind, state }) => kind !== 'preparatory' && state !== 'recognised')
  const keys = new Set(known.map(({ key }) => key))
  const dated = items.filter(({ key, partKey }) => keys.has(partKey) && key !== partKey)
  const textOf = ({ end, kind, name, start }: PathItem): string => {
    const words = { name: name.text ?? '', days: formatDateRange(start, end, language) }
    return kind === 'demonstration' ? t('aboutDemonstration', words) : t('aboutPeriod', words)
  }
  const under = (heading: string, of: readonly PathItem[]) =>
    of.map(item => ({ value: item.key, text: textOf(item), under: heading }))
  return [
    { value: 'plan', text: t('aboutPlan') },
    ...under(
      t('aboutAhead'),
      dated.filter(({ end }) => end >= today),
    ),
    ...known.map(({ key, name }) => ({ value: key, text: name.text ?? '', under: t('aboutParts') })),
    ...under(t('aboutOver'), dated.filter(({ end }) => end < today).reverse()),
  ]
}
