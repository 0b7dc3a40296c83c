import { type Language, languages } from '../../platform/i18n/language.ts'
import type { LocalisedText, TextLine } from './contract-texts.ts'

/** The lines in the reader's language, else in Finnish, Swedish, English, in that order; as `pickName` does. */
export function pickText(
  text: LocalisedText,
  language: Language,
): { readonly lines: readonly TextLine[]; readonly language: Language } | undefined {
  for (const candidate of [language, ...languages]) {
    const lines = text[candidate]
    if (lines !== undefined && lines.length > 0) return { lines, language: candidate }
  }
  return undefined
}
