import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-support.ts'

export const sv: Translation<typeof fi> = {
  types: { remedial: 'Stödundervisning', other: 'Annat stöd för lärande' },
  unitGroups: { vocational: 'Yrkesinriktade examensdelar', common: 'Gemensamma examensdelar' },
}
