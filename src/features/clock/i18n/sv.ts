import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'too-far': 'Dagen finns inte i kalendern, eller så är den mer än tio år borta.',
}
