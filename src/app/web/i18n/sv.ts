import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  service: 'Yhdessä',
  skip: 'Gå till innehållet',
  mainNavigation: 'Huvudmeny',
  languageChoice: 'Språk',
  demo: 'Demo',
  demoBanner: 'Demo: alla personer, arbetsplatser och utbildningsanordnare är påhittade.',
  demoToday: 'Systemets klocka: {date}.',
  unreached:
    'Ingen förbindelse till tjänsten. Det du skriver finns kvar; spara när förbindelsen är tillbaka.',
  provider: 'Utbildningsanordnare',
  signedInAs: 'Inloggad',
  signOut: 'Logga ut',
  signIn: 'Logga in',
  ui: {
    loading: 'Laddar…',
    retry: 'Försök igen',
    close: 'Stäng',
    required: 'obligatorisk',
    before: 'före',
    after: 'efter',
    tooLong: 'Texten är för lång: högst {limit} tecken, nu {count}.',
  },
  administration: {
    label: 'Administration',
    pages: 'Administrationens sidor',
    title: 'Administration',
    lead: 'Utbildningsanordnarens inställningar och förbindelser.',
  },
  notFound: {
    title: 'Sidan hittades inte',
    text: 'Adressen kan vara fel, eller så har sidan tagits bort.',
    home: 'Gå till startsidan',
  },
  noAccess: {
    title: 'Den här sidan är inte öppen för dig',
    text: 'Din roll ger inte rätt till sidan. Om du behöver den i ditt arbete, fråga administratören.',
    home: 'Gå till startsidan',
  },
  away: {
    title: 'Tjänsten är borta en stund',
    text: 'Databasen svarar inte. Inget som sparats har gått förlorat. Försök igen om en stund.',
    retry: 'Försök igen',
  },
  broken: {
    title: 'Sidan öppnades inte',
    text: 'Ladda om sidan. Om felet upprepas, berätta om det för administratören.',
    reload: 'Ladda om sidan',
  },
  signedOut: {
    title: 'Logga in',
    text: 'Sidan kräver inloggning.',
  },
  errors: {
    network: 'Servern kan inte nås',
    networkDetail: 'Kontrollera nätverksförbindelsen och försök igen.',
    signedOut: 'Din session har upphört',
    signedOutDetail: 'Logga in på nytt.',
    forbidden: 'Du har inte rätt till detta',
    notFound: 'Uppgiften hittades inte',
    conflict: 'Någon annan har ändrat uppgiften samtidigt',
    tooMany: 'För många förfrågningar på kort tid',
    tooManyDetail: 'Vänta en stund och försök igen.',
    away: 'Tjänsten är borta en stund',
    refused: 'Servern godkände inte begäran',
    unexpected: 'Något oväntat hände',
  },
}
