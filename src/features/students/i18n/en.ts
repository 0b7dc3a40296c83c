import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  cursor: 'The place in the list was not found. Open the list from its start.',
}
