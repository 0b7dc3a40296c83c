import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  credentials: 'Användarnamnet eller lösenordet är fel, eller så har API-nyckeln tagits ur bruk.',
  'ticket-unknown': 'Biljetten (TGT) finns inte eller är för gammal.',
}
