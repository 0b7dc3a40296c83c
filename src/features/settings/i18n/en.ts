import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'changed-since': 'Somebody else has changed the settings since you opened them. Open them again.',
  'rule-ends-early': 'The rule ends before it begins.',
  'rules-overlap':
    'Two rules of the same part and party hold at the same time. End the one before the other begins.',
}
