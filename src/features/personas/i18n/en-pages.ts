import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  title: 'Yhdessä – a shared workbench for vocational education',
  lead: "Here teachers, guidance staff and work-life coordinators see a student's personal competence development plan (HOKS), what is missing from it and what has changed in it, in one place.",
  invented:
    'This is a demonstration: all the people below are invented, and you enter by choosing one of them.',
  choose: 'Choose whom to sign in as',
  signIn: 'Sign in',
  continue: 'Continue',
  language: 'language {language}',
  languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
}
