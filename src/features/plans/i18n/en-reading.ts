import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-reading.ts'

export const en: Translation<typeof fi> = {
  edit: 'Edit the plan',
  editPart: 'Edit: {name}',
  overview: 'Overview',
  approval: {
    none: 'The plan says that it was first approved on {date}, but it has not yet been approved in this service.',
    open: 'The plan has not been approved yet. The day of its approval becomes the day of first approval.',
    now: 'Approved {date}',
    before: 'Changed after approval',
    version: 'The approved version is {version}, {date}.',
  },
  firstApproved: 'First approved',
  state: 'State',
  saved: 'Version {version}, saved {time}, {name}. Plan number {hoksId}.',
}
