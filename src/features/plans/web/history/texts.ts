import { en } from '../../i18n/en-history.ts'
import { fi } from '../../i18n/fi-history.ts'
import { sv } from '../../i18n/sv-history.ts'

export const historyTexts = { fi, sv, en }
