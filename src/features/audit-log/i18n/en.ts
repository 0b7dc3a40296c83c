import type { Translation } from '../../../platform/i18n/texts.ts'
import { roleNames } from '../../../platform/web/role-names.ts'
import { en as actions } from './en-actions.ts'
import { en as details } from './en-details.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  cursor: 'This place of the list does not exist. Start the search again.',
  masked:
    'The student is protected (turvakielto): they and one person cannot be asked for together until the data have been shown, with a reason, on the student’s page.',
  'export-large': 'The search finds over {most} rows. Choose fewer days before you take them out as a file.',
  csv: {
    at: 'Time',
    what: 'What was done',
    who: 'Who',
    roles: 'Role or register',
    student: 'Student',
    number: 'Learner number',
    details: 'Details',
  },
  protected: 'Protected (turvakielto)',
  hidden: 'Name hidden (turvakielto)',
  system: 'The system',
  unknown: 'Unknown',
  roles: roleNames.en,
  actions,
  details,
}
