import { type Language, languages } from './language.ts'

/** A name from a register, in the languages that the register has. */
export type Names = { readonly [L in Language]?: string | undefined }

export interface PickedName {
  readonly text: string
  /** The language of `text`: differs from the one asked for when the register lacks it. */
  readonly language: Language
}

/** The name in the reader's language, else in Finnish, Swedish, English, in that order. */
export function pickName(names: Names | undefined, language: Language): PickedName | undefined {
  if (names === undefined) return undefined
  for (const candidate of [language, ...languages]) {
    const text = names[candidate]
    if (text !== undefined && text !== '') return { text, language: candidate }
  }
  return undefined
}
