import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The student was not found, or the name has been erased already.',
  cursor: 'The place in the list was not found. Open the list from its start.',
}
