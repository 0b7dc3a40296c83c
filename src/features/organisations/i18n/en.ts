import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The organisation is not known.',
  'unknown-successor': 'The successor is not known. Check the OID.',
  'own-successor': 'An organisation cannot follow itself.',
  'successor-twice': 'The same successor is there twice.',
  'successor-cycle': 'The successor leads back to the same organisation.',
}
