import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-details.ts'

export const sv: Translation<typeof fi> = {
  reason: 'Motivering: {value}',
  source: 'Källa: {value}',
  version: 'Version {value}',
  versions: 'Versioner: {value}',
  changes: 'Ändringar: {value}',
  rows: 'Rader: {value}',
  students: 'Studerande: {value}',
  guardians: 'Vårdnadshavare: {value}',
  documents: 'Filer: {value}',
  role: 'Roll: {value}',
  roles: 'Roller: {value}',
  given: 'Givna: {value}',
  taken: 'Borttagna: {value}',
  register: 'Register: {value}',
  state: 'Tillstånd: {value}',
  extent: 'Omfattning: {value}',
  from: 'Från {value}',
  to: 'Till {value}',
}
