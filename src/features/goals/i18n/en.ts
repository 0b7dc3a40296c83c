import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  title: 'My goals',
  staffTitle: 'Goals',
  who: 'Your teacher and the guidance staff see your goals.',
  none: 'You have not written any goals yet.',
  staffNone: 'The student has not written any goals.',
  add: 'Add a goal',
  text: 'What do you want to reach?',
  textMissing: 'Write a goal.',
  dueOn: 'By which day? You may leave it empty',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'The goal has been saved.',
  due: 'by {date}',
  reached: 'Reached {date}',
  reach: 'I have reached this',
  unreach: 'I have not reached it after all',
  edit: 'Change',
  remove: 'Remove',
  removed: 'The goal has been removed.',
  ofGoal: '{action}: {text}',
  masked:
    'The student has a non-disclosure order. You see the goals once you have opened the details with a reason.',
  reload: 'Show the newest',
}
