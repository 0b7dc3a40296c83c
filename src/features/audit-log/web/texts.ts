import { en as enActions } from '../i18n/en-actions.ts'
import { en as enDetails } from '../i18n/en-details.ts'
import { en } from '../i18n/en-pages.ts'
import { fi as fiActions } from '../i18n/fi-actions.ts'
import { fi as fiDetails } from '../i18n/fi-details.ts'
import { fi } from '../i18n/fi-pages.ts'
import { sv as svActions } from '../i18n/sv-actions.ts'
import { sv as svDetails } from '../i18n/sv-details.ts'
import { sv } from '../i18n/sv-pages.ts'

export const texts = { fi, sv, en }

/** Words found by a code that is known only when running. */
export const words = {
  fi: { actions: fiActions, details: fiDetails },
  sv: { actions: svActions, details: svDetails },
  en: { actions: enActions, details: enDetails },
}
