import { findText } from '../../../platform/i18n/texts.ts'
import { useLanguage } from '../../../platform/web/language.tsx'
import { texts } from './texts.ts'

/** What a state of a study right is called; one that has no name here is shown by its code. */
export function useStateNames(): (code: string) => string {
  const { language } = useLanguage()
  return code => {
    const text = findText(texts[language].states, code)
    return typeof text === 'string' ? text : code
  }
}
