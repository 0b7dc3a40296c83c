import { useLanguage } from '../../../platform/web/language.tsx'
import type { Tree } from '../rules-tree.ts'
import { valueWords } from '../rules-words-values.ts'
import { steps } from './placement.ts'
import { useReading } from './reading.tsx'

/** A value out of a body, and where it stands when its unit matters. */
export type ValueWords = (value: unknown, pointer?: string) => string

/** A value in a few words: dates and codes as people say them, numbers with their unit, a part by its name. */
export function useValueWords(): ValueWords {
  const { language } = useLanguage()
  const { names, contacts } = useReading()
  return (value, pointer = '') => {
    const field = steps(pointer).findLast(step => !/^(\d+|-)$/.test(step)) ?? ''
    return valueWords(value as Tree | undefined, field, { language, names, contacts })
  }
}
