import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'student-not-found': 'The student is not found.',
  protected: "The student's data are protected. Say first on the student's page what you need them for.",
  'not-found': 'The request is not found.',
  'plan-not-found': 'The student does not have this plan.',
  'version-conflict':
    'Somebody else has handled this request meanwhile. Read what it says now before you decide.',
  'decided-already': 'The request has been decided already.',
  'reason-missing': 'Give a reason for the decision.',
  'assessors-missing': 'Name the assessors first, and the day when it was sent to them.',
  'sent-later': 'The day is still to come. Give the day on which it was sent.',
  'already-prior': 'The plan has this among prior competence already.',
  'already-asked':
    'This has been asked for already. Wait for the decision, or take the earlier request back first.',
  'part-unknown': 'This is neither in the plan nor in the requirements.',
  'evidence-unknown': 'The evidence is not found. It may have been taken back.',
}
