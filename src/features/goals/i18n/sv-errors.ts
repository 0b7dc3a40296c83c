import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Målet finns inte.',
  'version-conflict': 'Målet har ändrats i ett annat fönster. Titta på det nyaste och försök igen.',
  'too-many': 'Du har redan {most} mål. Ta först bort gamla.',
}
