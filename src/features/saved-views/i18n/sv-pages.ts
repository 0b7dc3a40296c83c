import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  label: 'Sparade vyer',
  choose: 'Öppna en vy',
  none: 'Välj en vy',
  save: 'Spara vyn',
  manage: 'Redigera vyerna',
  saveTitle: 'Spara vyn',
  saveLead: 'Begränsningarna och ordningen sparas bara för dig. Texten i sökfältet sparas inte.',
  manageTitle: 'Egna vyer',
  name: 'Namn',
  nameMissing: 'Ge ett namn.',
  rename: 'Spara namnet',
  delete: 'Radera',
  deleteNamed: 'Radera vyn {name}',
  cancel: 'Avbryt',
  saved: 'Vyn har sparats.',
  renamed: 'Namnet har sparats.',
  deleted: 'Vyn har raderats.',
}
