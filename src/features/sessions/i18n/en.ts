import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'unknown-person': 'You have no account here yet. Ask the administrator of your institution for one.',
  'no-provider':
    'You have no role at any institution yet. Ask the administrator of your institution for one. If you were here as a guardian: a guardian’s part ends by itself when the student turns 18.',
  'not-your-provider': 'You have no role at this provider.',
  'start-again': 'Back to sign-in',
}
