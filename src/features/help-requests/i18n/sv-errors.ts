import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Begäran finns inte.',
  closed: 'Begäran har redan fått ett svar, eller så är den tillbakatagen.',
  'too-many': 'Du har redan många öppna begäranden. Vänta tills du får svar på dem.',
  'no-teacher': 'Du har ingen ansvarig lärare här. Be handledaren om stöd.',
  'no-guidance': 'Här finns ingen handledare som skulle få din begäran. Be läraren om stöd.',
}
