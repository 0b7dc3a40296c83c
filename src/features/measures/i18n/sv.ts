import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Åtgärden hittades inte.',
  'student-not-found': 'Den studerande hittades inte.',
  'due-past': 'Dagen har redan gått. Välj dagens datum eller ett senare.',
  'person-unknown': 'Välj en person som arbetar med studerande här.',
  'already-followed': 'Resultatet av åtgärden är redan antecknat. Ladda om sidan.',
  'changed-since': 'Åtgärden har ändrats sedan du öppnade den. Ladda om sidan.',
  protected:
    'Den studerande har spärrmarkering. Berätta först på den studerandes sida vad du behöver uppgifterna till.',
}
