import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  title: 'Yhdessä – yrkesutbildningens gemensamma arbetsbord',
  lead: 'Här ser läraren, handledaren och arbetslivskoordinatorn den studerandes personliga utvecklingsplan för kunnandet (PUK), det som saknas i den och det som har ändrats, på ett och samma ställe.',
  invented:
    'Det här är en demo: alla personer nedan är påhittade, och du kommer in genom att välja någon av dem.',
  choose: 'Välj vem du loggar in som',
  signIn: 'Logga in',
  continue: 'Fortsätt',
  language: 'Språk: {language}',
  languages: { fi: 'finska', sv: 'svenska', en: 'engelska' },
}
