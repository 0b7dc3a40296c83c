import type { Translate } from '../../../platform/i18n/texts.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import type { fi } from '../i18n/fi-pages.ts'
import { texts } from './texts.ts'

/** What kinds of imports, their states and counts are called on every page. */
export function useImportWords(): Translate<typeof fi> {
  return useTexts(texts)
}
