import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The measure was not found.',
  'student-not-found': 'The student was not found.',
  'due-past': 'The day has passed. Choose today or a later day.',
  'person-unknown': 'Choose somebody who works with students here.',
  'already-followed': 'It has already been told how the measure went. Reload the page.',
  'changed-since': 'The measure has changed since you opened it. Reload the page.',
  protected:
    'The student has a non-disclosure order. First say on the student’s page what you need the data for.',
}
