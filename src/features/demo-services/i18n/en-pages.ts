import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  title: 'National service of the demonstration',
  administration:
    "The demonstration's own eHOKS service: try what happens when it is away or answers wrongly, and see which plans it has.",
  lead: 'The demonstration has an eHOKS service of its own, so nothing is sent to the real one. Try what happens when the service is slow, away or answers wrongly.',
  back: 'Administration',
  behaviour: 'How does the service work?',
  now: 'Now',
  until: 'For how long',
  untilTold: 'Until you choose otherwise',
  left: { one: '{count} more request', other: '{count} more requests' },
  mode: 'The service works',
  modes: {
    normal: 'normally',
    slow: 'slowly: an answer takes five seconds',
    down: 'not at all: the service is away',
    refuse: 'but lets nobody in: every request is turned away',
    garbage: 'wrongly: the answer is not what it should be',
    half: 'with breaks: the answer stops halfway',
    'lose-answer': 'and does what it is asked, but the answer is lost on the way',
  },
  times: 'For how long?',
  requests: { one: 'for {count} request', other: 'for {count} requests' },
  change: 'Change how it works',
  changed: 'The service now works as you chose.',
  plans: 'Plans in the national service',
  plansLead:
    'The plans of your own education provider, newest first. The service keeps them over a restart too.',
  caption: 'Plans in the national service',
  none: 'The service has no plans yet. Approve a plan, and it is sent here.',
  newest: { one: 'The newest is shown.', other: 'The {count} newest are shown.' },
  nationalId: 'Number in the service',
  student: 'Learner number',
  studyRight: 'Study right',
  changedAt: 'Changed',
  fromStart: 'There from the beginning',
  take: 'Take away',
  takeOf: 'Take away plan {id}',
  takeTitle: 'Take the plan away in the national service?',
  takeText:
    'Plan {id} is taken away in the national service of the demonstration only. In the real service this is done by a person with the right to delete plans there.',
  taken: 'The plan has been taken away in the national service.',
  cancel: 'Cancel',
}
