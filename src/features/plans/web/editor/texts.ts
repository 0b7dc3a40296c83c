import { en } from '../../i18n/en-editor.ts'
import { fi } from '../../i18n/fi-editor.ts'
import { sv } from '../../i18n/sv-editor.ts'

export const texts = { fi, sv, en }
