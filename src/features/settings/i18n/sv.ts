import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'changed-since': 'Någon annan har ändrat inställningarna sedan du öppnade dem. Öppna dem på nytt.',
  'rule-ends-early': 'Regelns slutdag är före startdagen.',
  'rules-overlap': 'Två regler om samma del och part gäller samtidigt. Avsluta den ena innan nästa börjar.',
}
