import { en } from '../../i18n/en-parts.ts'
import { fi } from '../../i18n/fi-parts.ts'
import { sv } from '../../i18n/sv-parts.ts'

export const texts = { fi, sv, en }
