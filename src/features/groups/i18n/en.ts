import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'There is no such group.',
  ended: 'The group has ended and cannot be handed over.',
  'changed-since': 'Somebody else has changed the group since you opened the page. Open it again.',
  'teacher-unknown': 'The teacher is not among the staff.',
  twice: 'The same group stands twice in the table.',
  'same-target': 'Two groups cannot go on under one code.',
  taken: 'The code is that of another group, which goes on as it is.',
}
