import type { Language } from '../../../platform/i18n/language.ts'
import { fill, findText } from '../../../platform/i18n/texts.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { roleNames } from '../../../platform/web/role-names.ts'
import type { AuditActor, DetailPhrase } from '../contract.ts'
import { valueWords } from '../rules-details.ts'
import { words } from './texts.ts'

/** What was done, in the reader's language; the code itself where nobody has named it. */
export function actionWords(action: string, language: Language): string {
  const text = findText(words[language].actions, action)
  return text === undefined ? action : fill(text, {}, language)
}

export function useAction(): (action: string) => string {
  const { language } = useLanguage()
  return action => actionWords(action, language)
}

export function useDetails(): (details: readonly DetailPhrase[]) => string {
  const { language } = useLanguage()
  return details =>
    details
      .flatMap(({ key, params }) => {
        const text = findText(words[language].details, key)
        const values: Readonly<Record<string, string>> = words[language].details.values
        const value = valueWords(params.value ?? '', code => values[code])
        return text === undefined ? [] : [fill(text, { value }, language)]
      })
      .join('; ')
}

export function useRoles(): (actor: Pick<AuditActor, 'roles'>) => string {
  const nameOf = useTexts(roleNames)
  return ({ roles }) => roles.map(role => nameOf(role as 'teacher')).join(', ')
}
