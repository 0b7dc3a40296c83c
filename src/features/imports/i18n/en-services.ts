import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fiServices } from './fi-services.ts'

export const enServices: Translation<typeof fiServices> = {
  'service-away': 'The server {host} does not answer ({path}).',
  'service-slow': 'The server {host} did not answer within {seconds} seconds ({path}).',
  'service-half': 'The answer of the server {host} broke off ({path}).',
  'service-failed': 'The server {host} has a fault or is overloaded: it answered {status} ({path}).',
  'service-refused': 'The server {host} refused the question: it answered {status} ({path}).',
  'service-unauthorized':
    'The server {host} does not accept the user name and password, or they may not read this: it answered {status} ({path}).',
  'service-redirect': 'The server {host} points to another server {to}, which is not followed ({path}).',
  'service-private':
    'The address {host} leads into a private network or to this machine. Nothing is fetched there.',
  'service-too-large': 'The answer of the server {host} is larger than {limit} megabytes ({path}).',
  'service-not-json': 'The answer of the server {host} is not valid JSON ({path}).',
  'service-unknown-form': 'The answer of the server {host} is not of the expected form ({path}).',
  'service-no-credentials': 'The service has no user name and password, or they can no longer be opened.',
  'service-nothing':
    'The server {host} gave no study right at all. Check to which organisation the user name gives access.',
  'service-query-failed': 'The server {host} could not finish the query. Try again later.',
  'service-query-late': 'The query at the server {host} was not finished within {hours} hours.',
}
