import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { isLanguage, type Language, pickLanguage } from '../i18n/language.ts'
import { type Texts, type Translate, type Translations, translator } from '../i18n/texts.ts'
import { carryLanguage } from './api.ts'

interface LanguageChoice {
  readonly language: Language
  /** Whether the reader chose it here, or the browser's wish was taken for it. */
  readonly chosen: boolean
  readonly setLanguage: (language: Language) => void
  /** Goes along with the session's language without making it a choice of this browser. */
  readonly adoptLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({
  language: 'fi',
  chosen: false,
  setLanguage: () => undefined,
  adoptLanguage: () => undefined,
})

const remembered = 'language'

interface Known {
  readonly language: Language
  readonly chosen: boolean
}

function firstLanguage(): Known {
  const saved = localStorage.getItem(remembered)
  if (isLanguage(saved)) return { language: saved, chosen: true }
  return { language: pickLanguage(navigator.languages.join(',')), chosen: false }
}

function remember(language: Language): void {
  localStorage.setItem(remembered, language)
  // The cookie tells the server too, for the pages that it answers without our scripts (sign-in).
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`
}

export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [{ language, chosen }, setKnown] = useState(firstLanguage)
  // Before the children render, so that their first requests already carry the language.
  carryLanguage(language)
  useEffect(() => {
    document.documentElement.lang = language
    if (chosen) remember(language)
  }, [language, chosen])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      chosen,
      setLanguage: wanted => setKnown({ language: wanted, chosen: true }),
      adoptLanguage: wanted => setKnown({ language: wanted, chosen: false }),
    }),
    [language, chosen],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** The typed texts of one feature in the reader's language. */
export function useTexts<const T extends Texts>(translations: Translations<T>): Translate<T> {
  const { language } = useLanguage()
  return useMemo(() => translator(translations, language), [translations, language])
}
