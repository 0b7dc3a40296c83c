import type { Translation } from '../../../platform/i18n/texts.ts'
import { roleNames } from '../../../platform/web/role-names.ts'
import type { fi } from './fi.ts'
import { sv as actions } from './sv-actions.ts'
import { sv as details } from './sv-details.ts'

export const sv: Translation<typeof fi> = {
  cursor: 'Stället i listan finns inte. Börja sökningen från början.',
  masked:
    'Den studerande har spärrmarkering: det går inte att söka på den studerande och en person tillsammans innan uppgifterna har visats med motivering på den studerandes sida.',
  'export-large': 'Sökningen hittar över {most} rader. Begränsa dagarna innan du för ut dem till en fil.',
  csv: {
    at: 'Tid',
    what: 'Vad som gjordes',
    who: 'Vem',
    roles: 'Roll eller register',
    student: 'Studerande',
    number: 'Studerandenummer',
    details: 'Mer uppgifter',
  },
  protected: 'Spärrmarkering',
  hidden: 'Namnet dolt (spärrmarkering)',
  system: 'Systemet',
  unknown: 'Okänd',
  roles: roleNames.sv,
  actions,
  details,
}
