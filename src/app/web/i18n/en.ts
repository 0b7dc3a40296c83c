import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  service: 'Yhdessä',
  skip: 'Skip to content',
  mainNavigation: 'Main menu',
  languageChoice: 'Language',
  demo: 'Demonstration',
  demoBanner: 'Demonstration: all people, workplaces and education providers are invented.',
  demoToday: "The system's clock: {date}.",
  unreached: 'No connection to the service. What you write is kept; save when the connection is back.',
  provider: 'Education provider',
  signedInAs: 'Signed in',
  signOut: 'Sign out',
  signIn: 'Sign in',
  ui: {
    loading: 'Loading…',
    retry: 'Try again',
    close: 'Close',
    required: 'required',
    before: 'before',
    after: 'after',
  },
  administration: {
    label: 'Administration',
    pages: 'Pages of administration',
    title: 'Administration',
    lead: 'Settings and connections of the education provider.',
  },
  notFound: {
    title: 'Page not found',
    text: 'The address may be wrong, or the page has been removed.',
    home: 'Go to the front page',
  },
  noAccess: {
    title: 'This is not open to you',
    text: 'Your role gives no right to this page. If you need it in your work, ask an administrator.',
    home: 'Go to the front page',
  },
  away: {
    title: 'The service is away for a moment',
    text: 'The database does not answer. Nothing that was saved is lost. Please try again in a moment.',
    retry: 'Try again',
  },
  broken: {
    title: 'The page did not open',
    text: 'Reload the page. If the fault comes back, tell an administrator.',
    reload: 'Reload the page',
  },
  signedOut: {
    title: 'Sign in',
    text: 'This page requires signing in.',
  },
  errors: {
    network: 'The server cannot be reached',
    networkDetail: 'Check your connection and try again.',
    signedOut: 'Your session has ended',
    signedOutDetail: 'Please sign in again.',
    forbidden: 'You have no right to this',
    notFound: 'Nothing was found',
    conflict: 'Someone else changed this at the same time',
    tooMany: 'Too many requests in a short time',
    tooManyDetail: 'Wait a moment and try again.',
    away: 'The service is away for a moment',
    refused: 'The server did not accept the request',
    unexpected: 'Something unexpected happened',
  },
}
