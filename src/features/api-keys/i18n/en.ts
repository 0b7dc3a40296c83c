import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'too-many':
    'The system {source} has {count} valid API keys already. Revoke one of them before making a new one.',
}
