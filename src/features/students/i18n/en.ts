import type { Translation } from '../../../platform/i18n/texts.ts'
import { en as states } from './en-states.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The student was not found, or the name has been erased already.',
  cursor: 'The place in the list was not found. Open the list from its start.',
  'export-own': 'You can take out only your own students as a file. Narrow the list to your own students.',
  'export-large': 'The list has more than {most} students. Narrow it before taking it out as a file.',
  export: {
    name: 'Name',
    number: 'Learner number',
    group: 'Group',
    qualification: 'Qualification or programme',
    right: 'Study right',
    state: 'State of the study right',
    plan: 'Plan',
    protected: 'Protected (turvakielto)',
    none: 'no plan',
    fine: 'in order',
    findings: '{errors} errors, {warnings} warnings',
  },
  states,
}
