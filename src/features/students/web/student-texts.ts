import { en } from '../i18n/en-student.ts'
import { fi } from '../i18n/fi-student.ts'
import { sv } from '../i18n/sv-student.ts'

export const texts = { fi, sv, en }
