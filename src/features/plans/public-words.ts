import { type Language, languages } from '../../platform/i18n/language.ts'
import { type Translate, translator } from '../../platform/i18n/texts.ts'
import { en } from './i18n/en-pages.ts'
import { fi } from './i18n/fi-pages.ts'
import { sv } from './i18n/sv-pages.ts'
import { ownName } from './web/own-names.ts'

/** The words of the plan's page, for documents that say the same on paper. */
export type PlanWords = Translate<typeof fi>

const made = new Map(languages.map(language => [language, translator({ fi, sv, en }, language)]))

export const planWords = (language: Language): PlanWords =>
  made.get(language) ?? translator({ fi, sv, en }, language)

/** Our own words for a code that every plan uses, where its code set has not been loaded. */
export const ownNameOf = (code: string, words: PlanWords): string | undefined => ownName(code, words)
