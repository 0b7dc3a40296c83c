import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  credentials: 'The user name or the password is wrong, or the API key has been revoked.',
  'ticket-unknown': 'There is no such ticket (TGT), or it has expired.',
}
