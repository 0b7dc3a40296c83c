import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Gruppen hittas inte.',
  ended: 'Gruppen har avslutats och kan inte överlåtas.',
  'changed-since': 'Någon annan har ändrat gruppen sedan du öppnade sidan. Öppna den på nytt.',
  'teacher-unknown': 'Läraren finns inte bland personalen.',
  twice: 'Samma grupp finns två gånger i tabellen.',
  'same-target': 'Två grupper kan inte fortsätta med samma kod.',
  taken: 'Koden används redan av en annan grupp som fortsätter som förut.',
}
