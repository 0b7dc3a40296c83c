import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'unknown-person': 'Du har ännu inget användarkonto här. Be administratören vid din läroanstalt om ett.',
  'no-provider':
    'Du har ännu ingen roll vid någon läroanstalt. Be administratören vid din läroanstalt om en. Om du var här som vårdnadshavare: vårdnadshavarens del upphör av sig själv när den studerande fyller 18 år.',
  'not-your-provider': 'Du har ingen roll hos den här utbildningsanordnaren.',
  'start-again': 'Tillbaka till inloggningen',
}
