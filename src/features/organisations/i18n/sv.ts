import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Organisationen är inte känd.',
  'unknown-successor': 'Efterföljaren är inte känd. Kontrollera oid.',
  'own-successor': 'En organisation kan inte fortsätta sin egen verksamhet.',
  'successor-twice': 'Samma efterföljare finns två gånger.',
  'successor-cycle': 'Efterföljaren leder tillbaka till samma organisation.',
}
