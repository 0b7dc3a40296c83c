import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'too-far': 'There is no such day in the calendar, or it is more than ten years away.',
}
