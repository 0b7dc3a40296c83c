import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  label: 'Students',
  title: 'Students',
  lead: 'Students and the state of their plans.',
  caption: 'Students and the state of their plans',
  name: 'Name',
  group: 'Group',
  qualification: 'Qualification or programme',
  state: 'State of the plan',
  changed: 'Changed',
  ownPlan: 'My plan',
  ownPlanMissing: 'You have no plan here yet.',
  noPlan: 'No plan',
  noRight: 'No study right',
  unknownQualification: 'Not known',
  errors: { one: '{count} error', other: '{count} errors' },
  warnings: { one: '{count} warning', other: '{count} warnings' },
  fine: 'In order',
  more: 'Show more',
  shown: { one: '{count} student shown', other: '{count} students shown' },
  empty: 'No students yet',
  emptyText:
    'Students come here from the student register or from a file. If you already expect some, ask an administrator whether the transfer is running.',
}
