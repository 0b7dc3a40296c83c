import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-public.ts'

export const en: Translation<typeof fi> = {
  footer: 'About the service',
  accessibility: {
    title: 'Accessibility statement',
    lead: 'This statement is about the service Yhdessä. {provider} is responsible for it.',
    stateTitle: 'How the service meets the requirements',
    state: {
      full: 'The service meets the WCAG criteria of levels A and AA that the law demands.',
      partial: 'The service meets in part the WCAG criteria of levels A and AA that the law demands.',
      none: 'The service does not meet the WCAG criteria of levels A and AA that the law demands.',
    },
    shortcomings: 'Known shortcomings',
    noShortcomings: 'No shortcomings have been noted yet.',
    assessment: 'Assessment',
    assessed: {
      self: 'The provider assessed the service itself on {date}.',
      external: 'An outside assessor assessed the service on {date}.',
    },
    notAssessed: 'No date of assessment has been noted yet.',
    authority: 'If you get no answer, or it is not enough',
    authorityText:
      'Tell us first. If you get no answer within two weeks, or are not content with it, you can turn to the supervising authority:',
    contact: 'You can also get in touch:',
  },
  privacy: {
    title: 'Privacy notice',
    lead: 'This is how personal data are processed in the service Yhdessä. The controller is {provider}.',
    rights: 'Your rights',
    rightsText:
      'You can ask the controller for access to your data, for wrong data to be mended, for the processing to be restricted and, where the law says so, for erasure. As a student you see in the service when and in which role your data were looked at.',
    complaint: 'Complaint',
    complaintText:
      'You can lodge a complaint with the Data Protection Ombudsman if you think that your data are processed unlawfully: www.tietosuoja.fi.',
    automated: 'The service makes no automated decisions and does no profiling.',
  },
  unfinished: 'This statement is not complete',
  unfinishedText:
    '{provider} has not completed and published this statement yet. Below is the text that the service offers.',
  publishedOn: 'Published {date}.',
  empty: 'Not told yet.',
  list: {
    title: 'Statements',
    lead: 'Choose the provider.',
    none: 'There are no providers yet.',
    label: 'Providers',
  },
  form: {
    title: 'Tell us about accessibility',
    lead: 'Tell us what did not work. You need not sign in. We answer within 14 days if you give an e-mail address.',
    message: 'Feedback',
    messageHint: 'Do not write about other people here.',
    messageProblem: 'Write your feedback, three letters at least.',
    page: 'On which page',
    email: 'E-mail for the answer',
    emailHint: 'Optional. Used for the answer only.',
    emailProblem: 'Check the e-mail address, or leave it empty.',
    website: 'Leave this empty',
    send: 'Send feedback',
    thanks: 'Thank you for the feedback',
    thanksText: 'The feedback is stored.',
    another: 'Give more feedback',
  },
}
