import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Kommentaren hittades inte.',
  'about-unknown': 'Den här delen finns inte längre i planen. Ladda sidan på nytt.',
  'readers-changed': 'Läsarna har ändrats. Titta på de nya namnen och skicka sedan.',
  'no-teacher': 'Den studerande har ingen ansvarig lärare som loggar in här.',
  'no-guidance': 'Här finns ingen handledare som kan läsa kommentaren.',
  'guardian-of-age': 'Den studerande är myndig. Vårdnadshavaren har inte rätt att läsa.',
  'guardian-no-custody': 'Det finns ingen uppgift om vårdnaden. Vårdnadshavaren har inte rätt att läsa.',
  'guardian-none': 'Den studerande har ingen vårdnadshavare i uppgifterna.',
  'guardian-protected': 'Den studerande har spärrmarkering. Kommentarer visas inte för vårdnadshavare.',
}
