import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  kinds: {
    proposal: {
      name: 'Proposal of a student',
      text: 'The student proposes a change to the plan.',
      action: 'Answer the proposal',
    },
    'proposal-answered': {
      name: 'Answer to your proposal',
      text: 'Your proposal has been answered.',
      action: 'Read the answer',
    },
    help: {
      name: 'Request for support',
      text: 'The student asks for support.',
      action: 'Answer the request',
    },
    'help-answered': {
      name: 'Answer to your request for support',
      text: 'Your request for support has been answered.',
      action: 'Read the answer',
    },
    comment: {
      name: 'New comment',
      text: 'There is a new comment for you.',
      action: 'Read the comment',
    },
    approval: {
      name: 'Approval',
      text: 'A part of the plan waits for your approval.',
      path: 'The path of studies waits for your approval.',
      support: 'Learning support waits for your approval.',
      period: 'A period at a workplace waits for your approval.',
      action: 'Read and answer',
      declined: 'A part of the plan was not approved. See why.',
      waiting: 'A part of the plan has waited for approval for more than two weeks.',
      'declined-told': '{part}: {party} did not approve. See why.',
      'waiting-told': '{part}: {party} has not answered for more than two weeks.',
      look: 'See the approvals',
    },
    invitation: {
      name: 'Somebody invited waits to be confirmed',
      text: 'Somebody who was invited has signed in. Make sure who it is.',
      action: 'Check the invited',
    },
    recognition: {
      name: 'Recognition of prior learning',
      text: 'The recognition of prior learning waits to be dealt with.',
      action: 'Deal with it',
    },
    'recognition-decided': {
      name: 'Decision on your prior learning',
      text: 'Your prior learning has been decided on.',
      action: 'Read the decision',
    },
    findings: {
      name: 'To mend in a plan',
      errors: { one: 'The plan has {count} error.', other: 'The plan has {count} errors.' },
      warnings: {
        one: 'The plan has {count} point to check.',
        other: 'The plan has {count} points to check.',
      },
      action: 'Mend the plan',
    },
    refusal: {
      name: 'Sending to the national service',
      refused: 'The national service did not take the plan.',
      differs: 'The plan was changed in the national service. Decide whether this one replaces it.',
      removal: 'The plan is to be taken away in the national service.',
      action: 'See the sending',
    },
    sign: {
      name: 'Early sign',
      text: 'There is an early sign in the studies that support may be needed.',
      'no-progress': 'Early sign: the studies have not gone forward.',
      'empty-weeks': 'Early sign: empty weeks are ahead.',
      workplace: 'Early sign: a period at a workplace needs attention.',
      action: 'See the sign',
    },
    measure: {
      name: 'Agreed measure',
      text: 'You are the one to see to an agreed measure. Tell how it went.',
      action: 'Open the measure',
    },
    'period-ending': {
      name: 'A period at a workplace ends',
      unsent:
        'The last day at the workplace is {ends}. The plan has not been sent yet, so the instructor may miss the survey.',
      instructor:
        'The last day at the workplace is {ends}. No way to reach the instructor is known, so no survey comes.',
      workplace:
        'The last day at the workplace is {ends}. The name or business ID of the workplace is missing, so no survey comes.',
      'part-time':
        'The last day at the workplace is {ends}. The part-time share is missing, so no survey comes.',
      several:
        'The last day at the workplace is {ends}. Several things are missing, so no survey comes to the instructor.',
      action: 'Complete the period',
      approve: 'Approve the plan',
      read: 'Open the plan',
    },
    'plan-missing': {
      name: 'A plan is missing',
      text: 'The studies began on {starts}, and there is no plan.',
      action: 'Make a plan',
    },
    conflict: {
      name: 'Conflict in a plan',
      text: {
        one: 'The register and a colleague changed {count} place differently. Decide which stays.',
        other: 'The register and a colleague changed {count} places differently. Decide which stay.',
      },
      action: 'Settle the conflict',
    },
  },
  digest: {
    subject: { one: 'My list: {count} thing waits', other: 'My list: {count} things wait' },
    lead: { one: '{count} thing waits for you.', other: '{count} things wait for you.' },
    kind: '- {name}: {count}',
    first: 'The most urgent:',
    by: '- by {date}: {name}',
    since: '- since {date}: {name}',
    link: 'Open the list: {address}',
    end: 'There are no personal data in this message. At the end of the list you choose when it comes.',
  },
}
