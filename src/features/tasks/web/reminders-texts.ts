import { en } from '../i18n/en-reminders.ts'
import { fi } from '../i18n/fi-reminders.ts'
import { sv } from '../i18n/sv-reminders.ts'

export const texts = { fi, sv, en }
