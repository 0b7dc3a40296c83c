import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  label: 'Saved views',
  choose: 'Open a view',
  none: 'Choose a view',
  save: 'Save view',
  manage: 'Edit views',
  saveTitle: 'Save view',
  saveLead: 'Filters and order are saved for you only. The text of the search field is not saved.',
  manageTitle: 'Own views',
  name: 'Name',
  nameMissing: 'Give a name.',
  rename: 'Save name',
  delete: 'Delete',
  deleteNamed: 'Delete the view {name}',
  cancel: 'Cancel',
  saved: 'The view has been saved.',
  renamed: 'The name has been saved.',
  deleted: 'The view has been deleted.',
}
