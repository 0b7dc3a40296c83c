import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-selecting.ts'

export const en: Translation<typeof fi> = {
  title: 'Students of a bulk change',
  lead: {
    one: 'Choose from the list. Your choices stay when you narrow it otherwise. At most {count} plan.',
    other: 'Choose from the list. Your choices stay when you narrow it otherwise. At most {count} plans.',
  },
  all: 'Choose all students of the list',
  none: 'Clear the choices',
  chosen: { one: '{count} plan chosen', other: '{count} plans chosen' },
  full: {
    one: 'Not all fitted in: at most {count} plan can be chosen.',
    other: 'Not all fitted in: at most {count} plans can be chosen.',
  },
  go: 'Make a bulk change',
}
