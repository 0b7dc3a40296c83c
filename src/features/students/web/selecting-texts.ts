import { en } from '../i18n/en-selecting.ts'
import { fi } from '../i18n/fi-selecting.ts'
import { sv } from '../i18n/sv-selecting.ts'

export const texts = { fi, sv, en }
