import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  unknown: 'Check that the link is whole. If it still does not open, ask your school for a new link.',
  'unknown-title': 'This link is not valid',
  expired: 'The invitation has run out. Ask your school for a new link.',
  revoked: 'The school has taken this invitation back. Ask the school if that is a mistake.',
  refused:
    'The school could not confirm that the invitation was meant for you. Ask the school if that is a mistake.',
  used: 'Somebody else has already used this invitation. Ask your school for a new link.',
  'not-you':
    'This invitation is meant for somebody else. Nothing was changed, and the invitation still holds.',
  'both-sides': 'The same account cannot be both the student’s and the guardian’s. Ask the school.',
  yourself:
    'The invitation was used with your own account. You cannot confirm yourself: a colleague does it.',
  'nobody-signs-in': 'Nobody signs in so any more. Reload the page.',
  'place-taken':
    'Somebody else signs in as them already. If that is the wrong person, say so on the student’s page first.',
  'other-student': 'You are here as another student already. Ask the school. Nothing was changed.',
  'guardian-ended':
    "The guardian's part has ended: the student has come of age, or the school's register tells of no custody.",
  protected: 'The student is protected (turvakielto). Open the data first with a reason, and then do this.',
  'no-mail': 'This service sends no e-mail. Give the invitation as a link.',
  'no-address': 'The register has no e-mail address. Give the invitation as a link.',
  'somebody-waits': 'Somebody has already signed in by this invitation. Confirm or refuse them first.',
  changed: 'The invitation has changed since you opened the page. Reload the page.',
  'page-title': '{provider} invites you',
  'page-lead': 'Yhdessä is a service where studies are planned together. Sign in to take part.',
  'page-proof':
    'The link does not tell who you are. So you sign in, and we check that the invitation is meant for you. If we cannot check it ourselves, the school does.',
  'page-sign-in': 'Sign in',
  'page-until': 'The invitation holds until {until}.',
  'page-demo': 'Try it in the demo',
  'page-demo-lead': 'Choose as whom you sign in. These people are invented and have no account yet.',
  'page-front': 'Go to the front page',
  'page-waiting':
    'Thank you, you have signed in. The school still checks that the invitation is meant for you. After that you get in by signing in from the front page.',
  'page-accepted': 'This invitation has been used already. If it was yours, sign in from the front page.',
  'page-expired': 'The invitation has run out. Ask your school for a new link.',
  'page-revoked': 'The school has taken this invitation back. Ask the school if that is a mistake.',
  'page-refused':
    'The school could not confirm that the invitation was meant for you. Ask the school if that is a mistake.',
  'mail-subject': '{provider}: an invitation to Yhdessä',
  'mail-student':
    'Hello!\n\n{provider} invites you to the service Yhdessä. There you see your own path of studies and can change it.\n\nOpen the link and sign in:\n{address}\n\nThe link holds until {until}. It is not enough alone: when you sign in we check that the invitation is yours.\n\nIf you did not expect an invitation, do not open the link.\n',
  'mail-guardian':
    'Hello!\n\n{provider} invites you as a guardian to the service Yhdessä. There you can take part when studies are planned.\n\nOpen the link and sign in:\n{address}\n\nThe link holds until {until}. It is not enough alone: when you sign in we check that the invitation is yours.\n\nIf you did not expect an invitation, do not open the link.\n',
}
