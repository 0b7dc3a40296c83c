import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The saved view was not found.',
  'name-taken': 'You already have a view of that name. Give another name.',
  'too-many': 'You already have {most} views. Delete one of them first.',
}
