import { en } from '../i18n/en-limits.ts'
import { fi } from '../i18n/fi-limits.ts'
import { sv } from '../i18n/sv-limits.ts'

export const texts = { fi, sv, en }
