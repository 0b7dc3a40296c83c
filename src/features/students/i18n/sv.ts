import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Den studerande finns inte, eller så är namnet redan raderat.',
  cursor: 'Stället i listan finns inte. Öppna listan från början.',
}
