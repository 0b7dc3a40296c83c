import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'no-such-place': 'The list does not go on from there. Open it from its beginning.',
  'retry-not-now': 'This plan cannot be sent again just now. Reload the page.',
  'ask-removal-not-now':
    'This plan cannot be asked to be removed: it was not sent, or somebody has asked already.',
  'tell-removed-not-now': 'Nobody has asked for this plan to be removed, or it has been confirmed already.',
  'withdraw-removal-not-now': 'The request to remove the plan cannot be withdrawn any more.',
  failures: {
    'changed-there':
      'The plan was changed in the national service. Send our version again, or import theirs and approve the plan.',
    'other-there':
      'The study right has another HOKS in the national service, which was not sent from here. Check which is right. If this is, send it again.',
    contradiction: 'The national service says that it has the plan, and does not give it.',
    'too-late': 'The national service answered so slowly that the try was broken off. It is tried again.',
    fault: 'A fault of ours stopped the sending. It is tried again; operators find the fault in the log.',
    faults:
      'The national service did not accept the plan. Mend the marked places and approve the plan again.',
    'no-right': 'Our user name has no right to this study right in the national service.',
    archived:
      'The study right has a removed HOKS in the national service. Ask the eHOKS support to bring it back.',
    'study-right-ended': 'The study right has ended, and the national service takes no more changes.',
    'study-right-unknown':
      'Koski does not know the study right. Check that it has been transferred to Koski.',
    'student-unknown': 'The learner number register does not know the student. Check the learner number.',
    'study-right-included': 'The study right is included in another one: the HOKS belongs to that.',
    'other-student': 'In the national service the study right belongs to another learner number.',
    'other-study-right': 'In the national service the plan belongs to another study right.',
    refused: 'The national service did not accept the plan: it answered {status}.',
    'refused-plain': 'The national service did not accept the plan.',
    'away-plain': 'The national service does not answer just now. It is tried again.',
    'connection-plain': 'The connection to the national service is not in order. An administrator sees why.',
    'service-away': 'The national service ({host}) does not answer.',
    'service-slow': 'The national service ({host}) did not answer within {seconds} seconds.',
    'service-half': 'The answer of the national service ({host}) broke off.',
    'service-failed': 'The national service ({host}) has a fault or is overloaded: it answered {status}.',
    'service-refused': 'The national service ({host}) rejected the request: it answered {status}.',
    'service-unauthorized':
      'The national service ({host}) does not accept the user name and password. Mend them in the settings of the registers.',
    'service-redirect':
      'The national service ({host}) points to another server, {to}. Mend the address in the settings of the registers.',
    'service-private':
      'The address {host} of the national service leads into a private network or to this machine. Mend the address.',
    'service-too-large': 'The answer of the national service ({host}) is larger than {limit} megabytes.',
    'service-not-json': 'The answer of the national service ({host}) is not JSON.',
    'service-unknown-form': 'The answer of the national service ({host}) is not of the expected form.',
    'service-not-here':
      'There is no eHOKS service at {host} ({path}). Mend the address in the settings of the registers.',
    'service-no-credentials':
      'The national service has no user name and password, or they can no longer be opened. Give them in the settings of the registers.',
  },
}
