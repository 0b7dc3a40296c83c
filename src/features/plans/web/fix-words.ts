import { useTexts } from '../../../platform/web/language.tsx'
import type { Fix } from '../contract.ts'
import { en } from '../i18n/en-fixes.ts'
import { fi } from '../i18n/fi-fixes.ts'
import { sv } from '../i18n/sv-fixes.ts'
import { steps } from './placement.ts'
import { isFieldKey, texts as planTexts } from './texts.ts'
import { useValueWords } from './values.tsx'

const texts = { fi, sv, en }

type Key = keyof (typeof fi)['keys']

const isKey = (key: string): key is Key => Object.hasOwn(fi.keys, key)

/** What the button of a fix says it does. */
export function useFixWords(): (fix: Fix) => string {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const words = useValueWords()
  return fix => {
    const last = steps(fix.pointer).findLast(step => isFieldKey(step))
    const field = last !== undefined && isFieldKey(last) ? named(`fields.${last}`) : ''
    const value = fix.value === undefined ? '' : words(fix.value, fix.pointer)
    return t(`keys.${keyOf(fix)}`, { field, value })
  }
}

/** The rules name what the value does not say; the rest follows from the place and the value. */
export function keyOf({ op, pointer, textKey, value }: Fix): Key {
  if (textKey !== undefined && isKey(textKey)) return textKey
  const last = steps(pointer).at(-1) ?? ''
  if (op === 'remove') return /^\d+$/.test(last) ? 'removePart' : 'removeField'
  if (value === undefined) return 'fill'
  if (last === 'start') return 'startOn'
  if (last === 'end') return 'endOn'
  return typeof value === 'string' ? 'write' : 'set'
}
