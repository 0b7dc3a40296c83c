import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'migrations-missing': 'The database is still being updated. Try again in a moment.',
}
