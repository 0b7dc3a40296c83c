import { en } from '../i18n/en-pages.ts'
import { fi } from '../i18n/fi-pages.ts'
import { sv } from '../i18n/sv-pages.ts'

export const texts = { fi, sv, en }
