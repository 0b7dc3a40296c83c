import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'changed-since': 'Somebody else changed the statement after you opened it. Open it again.',
  incomplete: 'Required fields are empty. Complete them and save before you publish.',
  'not-found': 'There is no such provider.',
  'mail-subject': 'New accessibility feedback',
  'mail-text':
    'Feedback about accessibility has arrived in the service Yhdessä. It is to be answered by {date}.\n\nThe feedback: {address}\n',
}
