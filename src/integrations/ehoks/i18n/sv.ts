import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'route-gone': 'Den här adressen har upphört. Skicka hela PUK.',
  'other-id': 'Innehållets id ({sent}) är inte samma som adressens ({path}).',
}
