import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'nobody-to-ask':
    'Ingen tillfrågas om godkännande av den här planen. Vilka som tillfrågas väljs i inställningarna.',
  missing: {
    one: 'Planen kan inte godkännas ännu: {count} godkännande som krävs saknas. På planens sida under Godkännanden ser du vem som väntas svara.',
    other:
      'Planen kan inte godkännas ännu: {count} godkännanden som krävs saknas. På planens sida under Godkännanden ser du vem som väntas svara.',
  },
  protected:
    'Den studerande har spärrmarkering. Berätta först på den studerandes sida vad uppgifterna behövs till.',
  'told-later': 'Svaret har kunnat fås senast i dag. Rätta dagen.',
  'reason-needed': 'Berätta varför du inte godkänner.',
  answered: 'Det här har redan besvarats. Ladda sidan på nytt.',
  'not-asked': 'Det här frågas inte längre. Ladda sidan på nytt.',
  'changed-since': 'Planen har ändrats sedan du läste den. Titta på den på nytt och svara sedan.',
}
