import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-retention.ts'

export const en: Translation<typeof fi> = {
  kinds: {
    contacts: {
      title: 'Contact data of workplace instructors',
      counted: 'from the end of the last period',
    },
    plans: {
      title: 'Finished plans with their versions',
      counted: 'from the end of the study right',
    },
    students: {
      title: 'Data of students and their guardians',
      counted: 'from the end of the last study right, once there are no plans left',
    },
    imports: {
      title: 'File names and traces of imports',
      counted: 'from the end of the import',
    },
    deliveries: {
      title: 'Events of sending to the national service',
      counted: 'from the event',
    },
    feedback: {
      title: 'Accessibility feedback',
      counted: 'from the answer, or from its arrival if it has not been answered',
    },
    audit: {
      title: 'The audit log',
      counted: 'from the event',
    },
  },
  months: {
    one: '{count} month',
    other: '{count} months',
  },
  undecided: 'Kept until decided',
}
