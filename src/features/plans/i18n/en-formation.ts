import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-formation.ts'

export const en: Translation<typeof fi> = {
  title: 'Formation of the qualification',
  lead: 'Prior competence and what is to be acquired together, against the qualification requirements.',
  complete: 'The plan forms the qualification.',
  incomplete: 'The plan does not form the qualification yet.',
  open: 'Open the qualification requirements',
  notJudged: {
    'no-study-right': 'The study right is not known, so the formation cannot be judged.',
    'no-qualification':
      'The requirements of the study right have not been imported, so the formation cannot be judged.',
    'no-structure': 'These requirements have no rule of how the qualification is formed.',
    partial: 'The student completes units only, so the whole qualification need not be formed.',
  },
  assumed: {
    one: 'A plan does not tell the size of the optional goals of common units. Here {count} point of them is assumed.',
    other:
      'A plan does not tell the size of the optional goals of common units. Here {count} points of them are assumed.',
  },
  unknownPoints: 'Their size is not known, so these are not counted: {parts}.',
  optionalGoals: 'optional goals of common units',
  unnamed: 'unit without a name',
}
