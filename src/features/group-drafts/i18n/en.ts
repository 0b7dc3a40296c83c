import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'The draft was not found. It may have been removed.',
  'version-needed': 'The request does not tell which draft you saw.',
  'version-conflict':
    'Somebody else has answered in this draft after you opened it. The draft was not removed. Look at the answers before you remove it.',
  nobody: 'There are no students in the group for whom you can make a draft. Choose another group.',
  'no-plan': 'There is no plan: the row has been saved, or the student is not in the draft.',
  'column-unknown': 'The table has no such column. Reload the page.',
  'template-empty': 'The path template has no units. Add units to it and try again.',
  'nothing-ready': 'No plan is ready to be saved yet. Fill in what lacks in the table.',
  school: 'The school',
}
