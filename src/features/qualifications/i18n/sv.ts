import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Examensgrunderna finns inte.',
  'unit-not-found': 'De här examensgrunderna har ingen sådan examensdel.',
  'method-needed': 'Examen kan avläggas på flera sätt. Ange sättet att avlägga examen.',
  'no-such-method': 'De här examensgrunderna har inte det sättet att avlägga examen.',
}
