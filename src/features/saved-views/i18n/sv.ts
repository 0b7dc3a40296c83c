import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Den sparade vyn finns inte.',
  'name-taken': 'Du har redan en vy med det namnet. Ge ett annat namn.',
  'too-many': 'Du har redan {most} vyer. Radera någon av dem först.',
}
