import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-tasks.ts'

export const en: Translation<typeof fi> = {
  parts: {
    path: 'Path of studies',
    support: 'Learning support',
    'training-agreement': 'Training agreement period',
    apprenticeship: 'Apprenticeship period',
    period: 'Period at a workplace',
  },
  parties: {
    student: 'the student',
    guardian: 'the guardian',
    employer: 'the employer',
  },
}
