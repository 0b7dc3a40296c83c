import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  protected:
    'The student is under non-disclosure. First say on the page of the plan what you need the data for.',
  'too-large':
    'The plan holds so much text that it cannot be made into a PDF file. Download it in the national form (JSON).',
  'version-not-found': 'There is no such version.',
  short: 'HOKS',
  head: {
    approval: 'Approval',
    approved: 'This version was approved on {time}.',
    approvedBy: 'This version was approved on {time}, {name}.',
    approvedOther: 'Version {version} was approved last, on {time}. This version is not approved.',
    approvedAt: 'The plan was last approved on {time}.',
    notApproved: 'This version is not approved.',
    provider: 'Education provider',
    printed: 'Printed',
    by: '{time}, {name}',
    secret: 'Non-disclosure: this must not be told to others.',
    old: 'This is the old version {version}. The newest is {newest}.',
  },
  schedule: {
    title: 'Schedule',
    when: 'When',
    what: 'What',
    how: 'How',
    where: 'Where',
    none: 'Nothing in the plan has dates yet.',
  },
  kinds: {
    period: 'Studies',
    workplace: 'At the workplace',
    demonstration: 'Demonstration',
    interruption: 'Interruption',
    preparatory: 'Part of the education',
    studySkills: 'Studies supporting study skills',
    support: 'Learning support',
  },
  event: '{kind}: {name}',
  calendar: 'Study plan',
  foot: '{name} · {title}, version {version}',
  page: '{number} / {of}',
  cut: 'At the mark {mark} the rest of a text of more than {most} characters has been left out.',
  unshown: 'The mark {mark} stands for a character that cannot be printed in this document.',
  menu: {
    title: 'Print and export',
    pdf: 'The plan (PDF)',
    schedule: 'The schedule (PDF)',
    calendar: 'Calendar (iCalendar)',
    national: 'National form (JSON)',
    made: 'The file has been downloaded.',
  },
  files: {
    whole: 'plan',
    schedule: 'schedule',
    calendar: 'calendar',
    national: 'plan-national',
  },
}
