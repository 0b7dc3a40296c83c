import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'
import { sv as states } from './sv-states.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Den studerande finns inte, eller så är namnet redan raderat.',
  cursor: 'Stället i listan finns inte. Öppna listan från början.',
  'export-own': 'Du kan bara ta ut dina egna studerande i en fil. Begränsa listan till dina egna studerande.',
  'export-large': 'Det finns fler än {most} studerande i listan. Begränsa den innan du tar ut den i en fil.',
  export: {
    name: 'Namn',
    number: 'Studerandenummer',
    group: 'Grupp',
    qualification: 'Examen eller utbildning',
    right: 'Studierätt',
    state: 'Studierättens läge',
    plan: 'Plan',
    protected: 'Spärrmarkering',
    none: 'ingen plan',
    fine: 'i ordning',
    findings: '{errors} fel, {warnings} anmärkningar',
  },
  states,
}
