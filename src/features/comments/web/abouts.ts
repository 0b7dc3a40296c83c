import { formatDateRange } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { PathView } from '../../paths/contract.ts'

/** What a comment may be about, by name: the whole, each part, each period with its days. */
export function aboutsOf(
  { items, parts }: PathView,
  whole: string,
  language: Language,
): { value: string; text: string }[] {
  const known = parts.filter(({ kind, state }) => kind !== 'preparatory' && state !== 'recognised')
  return [
    { value: 'plan', text: whole },
    ...known.flatMap(part => [
      { value: part.key, text: part.name.text ?? '' },
      ...items
        .filter(({ key, partKey }) => partKey === part.key && key !== part.key)
        .map(({ end, key, name, start }) => ({
          value: key,
          text: `${name.text ?? ''}, ${formatDateRange(start, end, language)}`,
        })),
    ]),
  ]
}
