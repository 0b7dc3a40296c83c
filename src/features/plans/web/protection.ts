import type { Language } from '../../../platform/i18n/language.ts'
import type { PlanPage } from '../contract-api.ts'
import { hiddenMark } from '../rules-protection.ts'
import { texts } from './texts.ts'

/** What a turvakielto hides, said in the reader's words wherever it stands. */
export function withHiddenWords<T>(value: T, language: Language): T {
  const word = texts[language].hidden
  const said = (part: unknown): unknown => {
    if (part === hiddenMark) return word
    if (Array.isArray(part)) return part.map(said)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, said(inner)]))
  }
  return said(value) as T
}

/** Who the plan's student is, as far as the reader may know. */
export function studentTitle(
  { protection, student }: Pick<PlanPage, 'protection' | 'student'>,
  t: (key: 'hidden') => string,
): string {
  return protection === 'masked' ? t('hidden') : (student.name ?? student.studentOid)
}
