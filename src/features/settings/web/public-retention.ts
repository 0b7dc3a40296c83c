import { en } from '../i18n/en-retention.ts'
import { fi } from '../i18n/fi-retention.ts'
import { sv } from '../i18n/sv-retention.ts'

/** How long each kind of data is kept, in words. */
export const retentionTexts = { fi, sv, en }
