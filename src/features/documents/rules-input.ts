import type { Language } from '../../platform/i18n/language.ts'
import type { Names } from '../../platform/i18n/names.ts'
import { type Translate, translator } from '../../platform/i18n/texts.ts'
import type { Plan } from '../plans/contract.ts'
import { planWords } from '../plans/public-words.ts'
import { en } from './i18n/en.ts'
import { fi } from './i18n/fi.ts'
import { sv } from './i18n/sv.ts'
import type { Speech } from './rules-speech.ts'

export type DocumentWords = Translate<typeof fi>
export const documentWords = (language: Language): DocumentWords => translator({ fi, sv, en }, language)

/** A version of a plan with all that its documents say besides. */
export interface DocumentInput extends Omit<Speech, 'words' | 'language'> {
  readonly plan: Plan
  readonly planId: string
  readonly version: number
  readonly newest: number
  readonly savedAt: string
  readonly savedBy: string | undefined
  readonly studentName: string | undefined
  readonly protected: boolean
  readonly providerNames: Names
  readonly qualification: { readonly names: Names; readonly totalPoints?: number } | undefined
  readonly studyRightStart: string | undefined
  readonly studyRightEnd: string | undefined
  readonly approved:
    | { readonly version: number; readonly at: string; readonly by: string | undefined }
    | undefined
  /** The day of the first approval in the plan is only that of drafting. */
  readonly firstApprovalOpen?: boolean
}

/** Who takes it out, when, and how they read. */
export interface DocumentReader {
  readonly language: Language
  readonly name: string
  readonly at: string
}

/** `schedule`: only what happens when, for somebody to whom the rest does not belong. */
export type Part = 'whole' | 'schedule'

export function speechOf(input: DocumentInput, language: Language): Speech {
  const { names, durations, erasures } = input
  return { language, words: planWords(language), names, durations, erasures }
}
