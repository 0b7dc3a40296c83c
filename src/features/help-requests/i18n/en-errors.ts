import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The request was not found.',
  closed: 'The request has been answered already, or taken back.',
  'too-many': 'You have many open requests already. Wait until they are answered.',
  'no-teacher': 'You have no responsible teacher here. Ask the guidance staff for support.',
  'no-guidance': 'There is nobody of guidance here who would get the request. Ask your teacher for support.',
}
