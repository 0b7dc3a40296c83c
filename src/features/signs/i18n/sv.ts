import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Tecknet hittades inte.',
  'student-not-found': 'Den studerande hittades inte.',
  'not-open': 'Tecknet är redan avgjort eller har gått över. Ladda om sidan.',
  'changed-since': 'Tecknet har ändrats sedan du öppnade det. Ladda om sidan och kontrollera uppgifterna.',
  protected:
    'Den studerande har spärrmarkering. Berätta först på den studerandes sida vad du behöver uppgifterna till.',
}
