import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'changed-since': 'Någon annan har ändrat redogörelsen efter att du öppnade den. Öppna den på nytt.',
  incomplete: 'Obligatoriska uppgifter saknas. Komplettera dem och spara innan du publicerar.',
  'not-found': 'Utbildningsanordnaren finns inte.',
  'mail-subject': 'Ny respons om tillgänglighet',
  'mail-text':
    'Det har kommit respons om tillgänglighet i tjänsten Yhdessä. Den ska besvaras senast {date}.\n\nResponsen: {address}\n',
}
