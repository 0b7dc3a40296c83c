import { en } from '../i18n/en.ts'
import { fi } from '../i18n/fi.ts'
import { sv } from '../i18n/sv.ts'

export const texts = { fi, sv, en }
