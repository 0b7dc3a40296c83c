import { en } from '../../i18n/en-timeline.ts'
import { fi } from '../../i18n/fi-timeline.ts'
import { sv } from '../../i18n/sv-timeline.ts'

export const texts = { fi, sv, en }
