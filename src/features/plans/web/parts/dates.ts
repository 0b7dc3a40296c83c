import { formatDate, formatDateRange } from '../../../../platform/i18n/format.ts'
import { useLanguage } from '../../../../platform/web/language.tsx'

interface Dated {
  readonly start?: string
  readonly end?: string
}

/** From when until when, as far as it has been written. */
export function useDates(): (part: Dated) => string {
  const { language } = useLanguage()
  return ({ end, start }) => {
    if (start === undefined) return ''
    return start === end ? formatDate(start, language) : formatDateRange(start, end, language)
  }
}
