import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-formation.ts'

export const sv: Translation<typeof fi> = {
  title: 'Hur examen byggs upp',
  lead: 'Det tidigare förvärvade kunnandet och det som ska förvärvas tillsammans, jämfört med examensgrunderna.',
  complete: 'Planen bildar en examen.',
  incomplete: 'Planen bildar ännu inte en examen.',
  open: 'Öppna examensgrunderna',
  notJudged: {
    'no-study-right': 'Studierätten är inte känd, så uppbyggnaden kan inte bedömas.',
    'no-qualification': 'Studierättens examensgrunder har inte hämtats, så uppbyggnaden kan inte bedömas.',
    'no-structure': 'De här grunderna har ingen regel för hur examen byggs upp.',
    partial: 'Den studerande avlägger delar av examen, så hela examen behöver inte bildas.',
  },
  assumed: {
    one: 'PUK berättar inte hur stora de valfria målen i de gemensamma examensdelarna är. Här antas de vara {count} kp.',
    other:
      'PUK berättar inte hur stora de valfria målen i de gemensamma examensdelarna är. Här antas de vara {count} kp.',
  },
  unknownPoints: 'Omfattningen är inte känd, så de här har inte räknats med: {parts}.',
  optionalGoals: 'valfria mål för kunnandet i gemensamma examensdelar',
  unnamed: 'examensdel utan namn',
}
