import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'student-not-found': 'The student is not found.',
  protected: "The student's data are protected. Say first on the student's page what you need them for.",
  'not-found': 'This is not found. It may have been taken back.',
  'version-conflict': 'Somebody else has just changed this. Open it again and make your change there.',
  'too-many': 'There are {limit} pieces of evidence already. Take back one that is not needed first.',
  'files-too-many': 'There are {limit} files already. Remove one of them first.',
  'no-room':
    "A student's files may take {limit} megabytes, and this one does not fit any more. Remove a file that is not needed first.",
  'dates-reversed': 'The last day is before the first.',
  'starts-later': 'The first day is still to come. Tell of what has been done already.',
}
