import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-reminders.ts'

export const en: Translation<typeof fi> = {
  title: 'Reminders',
  administration: 'When something comes to whose own list, and how soon a student is answered.',
  lead: 'These days decide when something comes to somebody’s own list. A change is seen on the lists at once.',
  back: 'Administration',
  fields: {
    planMissingDays: {
      label: 'A plan is missing, days from the beginning of studies',
      hint: 'When studies have gone on for so long without a plan, it comes to the list of the responsible teacher and of guidance and special needs. 0–365.',
    },
    periodEndsDays: {
      label: 'A period at a workplace ends, days before its end',
      hint: 'If it has not been sent or lacks something, it comes to the list of the responsible teacher, of guidance and special needs, and of work-life coordinators, so that the instructor gets the survey. 1–90.',
    },
    proposalDays: {
      label: 'A student’s proposal is answered, days',
      hint: 'The student sees by which day the answer comes. The proposal is on the list of the responsible teacher. 1–90.',
    },
    helpDays: {
      label: 'A request for support is answered, days',
      hint: 'The student sees by which day the answer comes. The request is on the list of whom it was made to. 1–30.',
    },
  },
  problem: 'Give a whole number from {least} to {most}.',
  save: 'Save the reminders',
  saved: 'The reminders have been saved.',
  reload: 'Read the present reminders',
}
