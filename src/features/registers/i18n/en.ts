import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'changed-since': 'Somebody else has changed the settings since you opened them. Open them again.',
  'address-not-url': 'The address is not a whole web address.',
  'address-not-https':
    "The address must begin with https://. Only this machine's own may begin with http://.",
  'address-has-credentials': 'The address may hold no user name or password. Give them in their own fields.',
  'address-has-query': 'Give only the root address of the service, without search terms (?) and anchor (#).',
  'address-private': 'The address leads into a private network or to this machine. Give the public address.',
  'secret-needed':
    'The server has changed: give the password again or take it away. The old one is not sent to the new server.',
  'secret-without-username': 'A password needs a user name.',
  'credentials-not-used': 'This service is open: it takes no user name and no password.',
  'no-secret-key':
    'The password cannot be stored, because the service has no key to encrypt it with. Operators set it in the environment as SECRET_KEY.',
  answers: 'The service answers. It took {milliseconds} ms.',
  'answers-as': 'The service answers and accepts the user name. It took {milliseconds} ms.',
}
