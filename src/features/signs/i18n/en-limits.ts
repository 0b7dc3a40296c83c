import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-limits.ts'

export const en: Translation<typeof fi> = {
  title: 'Limits of early signs',
  administration: 'When the system notices that studies do not go forward.',
  lead: 'Signs are rules: each tells what was noticed and from which data. Students see their own at once. Nobody is given points. New limits hold from the next night.',
  back: 'Administration',
  progress: {
    title: 'No progress',
    on: 'Notice when nothing goes forward',
    onHint:
      'What counts as progress is a learning period or a demonstration that has ended, and competence that Koski tells was assessed as passed.',
    weeks: 'Weeks without progress',
    weeksHint: 'The sign comes when this many weeks have passed.',
  },
  emptyWeeks: {
    title: 'Empty weeks ahead',
    on: 'Notice empty weeks',
    onHint: 'An empty week has no working day with a learning period or a demonstration.',
    weeks: 'Least number of empty weeks',
    weeksHint: 'The sign comes when this many weeks are empty.',
    ahead: 'How many weeks ahead are looked at',
    aheadHint: 'From next week on.',
    breaks: 'Holidays of the institution',
    breaksHint: 'Holidays need no plan.',
    breakStart: 'The holiday begins',
    breakEnd: 'The holiday ends',
    breakProblem: 'Choose the beginning and the end; the end cannot be before the beginning.',
    breakNamed: 'Holiday {number}',
    addBreak: 'Add a holiday',
    removeBreak: 'Remove holiday {number}',
  },
  workplace: {
    title: 'Workplace period',
    on: 'Notice workplace periods that lack a workplace or are interrupted',
    days: 'Days before the period begins',
    daysHint:
      'The sign comes if the period has no workplace this many days before it begins. An interruption is noticed at once.',
  },
  numberProblem: 'Write a number {least}–{most}.',
  save: 'Save the limits',
  saved: 'The limits are saved.',
  reload: 'Reload',
}
