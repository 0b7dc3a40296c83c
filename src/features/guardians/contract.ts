import type { Language } from '../../platform/i18n/language.ts'

/**
 * A guardian as the student register tells of them; the ordinal is the place in the file. What is undefined was not told
 * and stays as it is; null was told to be empty.
 */
export interface ToldGuardian {
  readonly ordinal: number
  /** Null: nobody stands in this place any more. */
  readonly name?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly language?: Language | null
  /** There is no empty word on custody: it is told or not. */
  readonly custody?: boolean
}

/** A stored guardian. */
export interface Guardian {
  readonly ordinal: number
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly language: Language | null
  /** Without custody nothing is told to them. */
  readonly custody: boolean
  /** The student's 18th birthday; null where the birth date is not known. */
  readonly endsOn: string | null
}
