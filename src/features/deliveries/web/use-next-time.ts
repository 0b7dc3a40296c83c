import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { texts } from './texts.ts'

/** When something is tried next, in words: what is due already comes as soon as it is its turn. */
export function useNextTime(): (instant: string) => string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return instant => (Date.parse(instant) <= Date.now() ? t('plan.soon') : formatInstant(instant, language))
}
