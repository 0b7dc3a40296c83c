import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-details.ts'

export const sv: Translation<typeof fi> = {
  reason: 'Motivering: {value}',
  source: 'Källa: {value}',
  version: 'version {value}',
  versions: '{value} versioner',
  changes: '{value} ändringar',
  rows: '{value} rader',
  students: '{value} studerande',
  guardians: '{value} vårdnadshavare',
  documents: '{value} filer',
  role: 'Roll: {value}',
  roles: 'Roller: {value}',
  given: 'Givna: {value}',
  taken: 'Borttagna: {value}',
  register: 'Register: {value}',
  state: 'Tillstånd: {value}',
  extent: 'Omfattning: {value}',
  from: 'Från {value}',
  to: 'Till {value}',
  /** Values that are codes, in words. */
  values: {
    here: 'den här tjänsten',
    demo: 'demo',
    import: 'import',
    system: 'systemet',
    night: 'nattkörning',
    page: 'administratör',
    done: 'klar',
    refused: 'avvisad',
    stopped: 'stoppad',
    waiting: 'väntar',
    details: 'e-post och telefon',
    all: 'alla uppgifter',
  },
}
