import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-own.ts'

export const en: Translation<typeof fi> = {
  title: 'Noticed in your plan',
  lead: 'The system noticed this in your plan. Nobody blames you. You can tell us what it is about.',
  heads: {
    'no-progress': {
      one: 'Your studies have not gone forward in a week.',
      other: 'Your studies have not gone forward in {count} weeks.',
    },
    'empty-weeks': {
      one: 'Nothing is planned for one week.',
      other: 'Nothing is planned for {count} weeks.',
    },
    'no-workplace': 'Your workplace period has no workplace yet.',
    interrupted: 'Your workplace period is interrupted.',
  },
  what: {
    demonstration: 'Last, your demonstration ended on {date}.',
    attainment: 'Last, your competence was passed on {date}.',
    period: 'Last, your learning period ended on {date}.',
    start: 'Your studies began on {date}.',
    return: 'Your studies continued on {date}.',
    plan: 'This plan was made on {date}.',
  },
  weeks: 'These weeks are empty: {weeks}.',
  week: 'week {week}',
  starts: 'The period begins on {date}.',
  begun: 'The period began on {date}.',
  interrupted: 'The interruption began on {date}.',
  interruptedUntil: 'The interruption began on {date} and ends on {end}.',
  limit: {
    progress:
      'This is shown when in {count} weeks no learning period or demonstration has ended and nothing was assessed.',
    weeks: 'This is shown when at least {count} weeks are empty.',
    workplace: 'This is shown {count} days before the period begins.',
  },
  noticed: 'Noticed on {date}.',
  seenBy:
    'You, your responsible teacher and guidance see this. The work-life coordinator also sees what is about workplace periods.',
  explanation: 'What is it about?',
  explanationHint: 'Write in your own words. You do not have to. Write nothing about your health.',
  save: 'Save',
  saved: 'Saved. Your teacher and guidance see it.',
  tell: 'Tell what it is about',
  change: 'Change the text',
  youTold: 'You said',
  cancel: 'Cancel',
  decided: {
    'no-need': 'Decision: nothing is needed.',
    measure: 'Decision: you agreed on what is done.',
  },
  decidedBy: 'Decided by {name} on {date}.',
  measures: 'This was agreed',
  over: 'This has been over since {date}.',
  earlier: 'Noticed earlier',
}
