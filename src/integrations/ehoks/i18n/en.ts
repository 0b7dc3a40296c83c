import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'route-gone': 'This address has ended. Send the whole HOKS.',
  'other-id': 'The id of the body ({sent}) is not that of the address ({path}).',
}
