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
  senderTitle: 'Sending and keeping',
  sender: 'Who sends the plans to the national service?',
  senders: { register: 'Student register', here: 'This service', nobody: 'Nobody' },
  retention: 'Months for which contact details of outsiders are kept',
  retentionHint: 'Counted from when they were last needed. 1–120.',
  retentionProblem: 'Give a whole number from 1 to 120.',
  save: 'Save the settings',
  saved: 'The settings have been saved.',
  reload: 'Get the present settings',
}
