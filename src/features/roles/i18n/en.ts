import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'last-administrator':
    'This is the last administrator of the education provider. Give the role to somebody else first.',
  'own-administrator':
    'You are taking the role of administrator away from yourself. Confirm that you want to.',
  'changed-since':
    'Somebody else has changed the roles of the groups since you opened them. Open them again.',
  'group-twice': 'The same group is in the list twice. Put the rows together.',
  cursor: 'The place in the list is not known. Open the list from its beginning.',
}
