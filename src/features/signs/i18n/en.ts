import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The sign was not found.',
  'student-not-found': 'The student was not found.',
  'not-open': 'The sign has been decided on already, or it is over. Reload the page.',
  'changed-since': 'The sign has changed since you opened it. Reload the page and look at it again.',
  protected:
    'The student has a non-disclosure order. First say on the student’s page what you need the data for.',
}
