import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  label: 'My list',
  lead: 'This is what waits for you. When something has been taken care of, it goes from here by itself.',
  parts: {
    overdue: 'Late',
    soon: 'Within a week',
    waiting: 'Waits',
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
  many: 'The most urgent are shown. There are very many others.',
  plansMissing: {
    one: 'Besides, {count} other student has no plan.',
    other: 'Besides, {count} other students have no plan.',
  },
  plansMissingMany: 'Besides, very many others have no plan.',
  toPlansMissing: 'See everyone without a plan',
  empty: 'Well done: nothing waits for you.',
  emptyText: 'What is new comes here by itself.',
  noStudents: 'You have no students of your own',
  noStudentsText:
    'Here comes what is about the students whose responsible teacher you are. Who that is comes from the register or from what is known of the group. Other students are in the list of students.',
  toStudents: 'Go to the students',
  digest: {
    title: 'The list by e-mail',
    lead: 'The message tells how many things wait. Nobody is named in it.',
    label: 'When the message comes',
    rhythms: { never: 'Never', weekdays: 'On weekday mornings', mondays: 'On Monday mornings' },
    saved: 'Your choice has been saved.',
    noMail: 'This installation sends no e-mail. Your choice is kept all the same.',
    noAddress: 'Your e-mail address is not known, so no message can be sent. It comes from the register.',
  },
}
