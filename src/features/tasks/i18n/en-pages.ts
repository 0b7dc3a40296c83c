import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  label: 'My list',
  lead: 'This is what waits for you. When something has been taken care of, it goes from here by itself.',
  parts: {
    overdue: 'Late',
    soon: 'Within a week',
    waiting: 'Waits, with no last day',
    later: 'Later',
  },
  by: 'By {date}',
  late: 'The last day was {date}',
  since: 'Has waited since {date}',
  hidden: 'Non-disclosure',
  kind: 'Show',
  all: 'Everything ({count})',
  kindCount: '{name} ({count})',
  more: {
    one: 'The most urgent are shown. {count} other thing waits.',
    other: 'The most urgent are shown. {count} other things wait.',
  },
  empty: 'Well done: nothing waits for you.',
  emptyText: 'What is new comes here by itself.',
  noStudents: 'You have no students of your own',
  noStudentsText:
    'Here comes what is about the students whose responsible teacher you are. Who that is comes from the register or from what is known of the group. Other students are in the list of students.',
  toStudents: 'Go to the students',
}
