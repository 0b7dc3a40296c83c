import { en } from '../i18n/en-pages.ts'
import { fi } from '../i18n/fi-pages.ts'
import { sv } from '../i18n/sv-pages.ts'

export const texts = { fi, sv, en }

export type FieldKey = keyof (typeof fi)['fields']

export function isFieldKey(key: string): key is FieldKey {
  return Object.hasOwn(fi.fields, key)
}
