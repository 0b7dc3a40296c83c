/** The languages of the service. Finnish is the source: a text that exists, exists in Finnish. */
export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

/** Locales for Intl: Swedish of Finland writes dates as Finnish does, English the British way. */
export const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

/** The language's own name, as a language switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
}

export function isLanguage(value: unknown): value is Language {
  return languages.some(language => language === value)
}

/** The best of our languages for an Accept-Language header; Finnish when it names none of them. */
export function pickLanguage(acceptLanguage: string | undefined): Language {
  let best: Language = 'fi'
  let bestQuality = 0
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = tag.split('-')[0]
    const weight = parameters.map(p => p.trim()).find(p => p.startsWith('q='))
    const quality = weight === undefined ? 1 : Number(weight.slice(2))
    if (isLanguage(language) && quality > bestQuality) {
      best = language
      bestQuality = quality
    }
  }
  return best
}
