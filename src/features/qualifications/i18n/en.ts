import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'There is no such qualification.',
  'unit-not-found': 'These qualification requirements have no such unit.',
  'method-needed': 'The qualification can be taken in several ways. Tell which one is meant.',
  'no-such-method': 'These qualification requirements do not have this way to take the qualification.',
}
