import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'nobody-to-ask': 'Nobody is asked to approve this plan. Who is asked is chosen in the settings.',
  missing: {
    one: 'The plan cannot be approved yet: {count} approval that is demanded is missing. Under Approvals on the page of the plan you see who is waited for.',
    other:
      'The plan cannot be approved yet: {count} approvals that are demanded are missing. Under Approvals on the page of the plan you see who is waited for.',
  },
  protected:
    'The student is under non-disclosure. First say on the page of the student what you need the data for.',
  'told-later': 'The answer can have been given today at the latest. Correct the day.',
  'reason-needed': 'Say why you do not approve.',
  answered: 'This has been answered already. Reload the page.',
  'not-asked': 'This is not asked any more. Reload the page.',
  'changed-since': 'The plan has changed since you read it. Look at it again, then answer.',
}
