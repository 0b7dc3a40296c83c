import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-support.ts'

export const en: Translation<typeof fi> = {
  types: { remedial: 'Remedial teaching', other: 'Other learning support' },
  unitGroups: { vocational: 'Vocational units', common: 'Common units' },
}
