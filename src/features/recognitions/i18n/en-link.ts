import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-link.ts'

export const en: Translation<typeof fi> = { link: 'Prior competence' }
