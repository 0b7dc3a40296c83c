import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The proposal was not found.',
  closed: 'The proposal has been answered already, or the student has taken it back.',
  'cannot-change':
    'The plan cannot be changed straight from this proposal. Accept it and make the change in the plan yourself.',
  'too-many': 'You have many open proposals already. Wait until they are answered.',
  'already-open':
    'You have proposed the same change here already. Wait for an answer, or take the old one back.',
  'about-unknown': 'This part is not in your plan any more. Reload the page.',
  'about-other': 'A change like this cannot be proposed for this part.',
  'already-over': 'This time is over already.',
  'start-missing': 'Give the first day.',
  'end-missing': 'Give the last day.',
  'dates-reversed': 'The last day is before the first day.',
  'dates-same': 'The days are the same as now.',
  'share-same': 'The working time is the same as now.',
  'unit-there': 'This unit is in your plan already.',
  'unit-unknown': 'This unit is not part of your qualification.',
}
