import type { Translation } from '../../../platform/i18n/texts.ts'
import { en as errors } from './en-errors.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  title: 'Comments',
  lead: 'Only those whom the writer has chosen see a comment.',
  none: 'There are no comments for you.',
  write: 'Write a comment',
  about: 'What is it about?',
  aboutPlan: 'The whole path',
  gone: 'A part that is not in the plan any more',
  who: 'Who may read?',
  roles: { student: 'Student', teacher: 'Teacher', guidance: 'Guidance', guardian: 'Guardian' },
  named: '{role}: {names}',
  theseRead: 'These people will read the comment:',
  yourself: 'you yourself',
  nobodyYet: 'Choose first who may read. Then you can write.',
  later: 'No readers are added later.',
  text: 'Comment',
  textMissing: 'Write a comment.',
  send: 'Send',
  cancel: 'Cancel',
  sent: 'The comment has been sent.',
  reload: 'Show the readers again',
  by: '{role}: {name}, {date}',
  byRole: '{role}, {date}',
  readers: 'Readers: {readers}',
  remove: 'Remove the comment',
  removed: 'The comment has been removed.',
  masked:
    'The student has a non-disclosure order. You see the comments once you have opened the details with a reason.',
  not: errors,
}
