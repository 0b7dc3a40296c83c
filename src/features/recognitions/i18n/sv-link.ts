import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-link.ts'

export const sv: Translation<typeof fi> = { link: 'Tidigare förvärvat kunnande' }
