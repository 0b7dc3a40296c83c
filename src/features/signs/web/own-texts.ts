import { en } from '../i18n/en-own.ts'
import { fi } from '../i18n/fi-own.ts'
import { sv } from '../i18n/sv-own.ts'

export const texts = { fi, sv, en }
