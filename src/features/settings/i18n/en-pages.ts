import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  title: 'Settings of plans',
  mastersTitle: 'Whose version holds?',
  mastersLead:
    'If the student register and this service change the same place in different ways, the one chosen here holds. The other version is shown on the plan.',
  parts: {
    basics: 'Basics and goals',
    prior: 'Prior competence',
    units: 'Units',
    periods: 'Learning periods',
    demonstrations: 'Demonstrations',
    support: 'Learning support',
  },
  masters: { register: 'Student register', here: 'This service' },
  senderTitle: 'Sending',
  sender: 'Who sends the plans to the national service?',
  senders: { register: 'Student register', here: 'This service', nobody: 'Nobody' },
  save: 'Save the settings',
  saved: 'The settings have been saved.',
  reload: 'Get the present settings',
}
