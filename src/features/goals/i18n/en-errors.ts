import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The goal was not found.',
  'version-conflict': 'The goal has changed in another window. Look at the newest and try again.',
  'too-many': 'You already have {most} goals. Remove old ones first.',
}
