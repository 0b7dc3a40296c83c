import { en } from '../i18n/en-pages.ts'
import { en as enReading } from '../i18n/en-reading.ts'
import { fi } from '../i18n/fi-pages.ts'
import { fi as fiReading } from '../i18n/fi-reading.ts'
import { sv } from '../i18n/sv-pages.ts'
import { sv as svReading } from '../i18n/sv-reading.ts'

export const texts = { fi, sv, en }
/** Of the page of a plan as a whole. */
export const readingTexts = { fi: fiReading, sv: svReading, en: enReading }

export type FieldKey = keyof (typeof fi)['fields']

export function isFieldKey(key: string): key is FieldKey {
  return Object.hasOwn(fi.fields, key)
}
