import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'changed-since': 'Somebody else has changed the settings since you opened them. Open them again.',
}
