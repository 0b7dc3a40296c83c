import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The comment was not found.',
  'about-unknown': 'This part is not in the plan any more. Reload the page.',
  'readers-changed': 'The readers have changed. Look at the new names, then send.',
  'no-teacher': 'The student has no responsible teacher who signs in here.',
  'no-guidance': 'There is nobody in guidance here who could read the comment.',
  'guardian-of-age': 'The student is of age. The guardian has no right to read.',
  'guardian-no-custody': 'Custody is not known. The guardian has no right to read.',
  'guardian-none': 'The student has no guardian in the data.',
  'guardian-protected': 'The student has a non-disclosure order. Comments are not shown to guardians.',
}
