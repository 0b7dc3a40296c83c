import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'too-many':
    'Systemet {source} har redan {count} giltiga API-nycklar. Ta en av dem ur bruk innan du gör en ny.',
}
