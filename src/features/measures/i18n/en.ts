import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The measure is not found.',
  'student-not-found': 'The student is not found.',
  'due-past': 'The day has passed. Choose today or a later day.',
  'person-unknown': 'Choose somebody who works with students here.',
  'already-followed': 'What came of the measure has been told already. Reload the page.',
  'changed-since': 'The measure has changed since you opened it. Reload the page.',
  protected:
    'The student is under non-disclosure. First say on the page of the student what you need the data for.',
}
