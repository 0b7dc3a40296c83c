import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-tasks.ts'

export const sv: Translation<typeof fi> = {
  parts: {
    path: 'Studiestigen',
    support: 'Stödet för lärande',
    'training-agreement': 'Perioden med utbildningsavtal',
    apprenticeship: 'Perioden med läroavtal',
    period: 'Perioden på arbetsplatsen',
  },
  parties: {
    student: 'den studerande',
    guardian: 'vårdnadshavaren',
    employer: 'arbetsgivaren',
  },
}
