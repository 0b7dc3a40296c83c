import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  title: 'Inställningar för planer',
  mastersTitle: 'Vems uppgift gäller?',
  mastersLead:
    'Om studeranderegistret och den här tjänsten ändrar samma ställe på olika sätt gäller uppgiften från den som valts här. Den andra versionen visas i planen.',
  parts: {
    basics: 'Basuppgifter och mål',
    prior: 'Tidigare förvärvat kunnande',
    units: 'Examensdelar',
    periods: 'Perioder för förvärvande av kunnande',
    demonstrations: 'Yrkesprov',
    support: 'Stöd för lärande',
  },
  masters: { register: 'Studeranderegistret', here: 'Den här tjänsten' },
  senderTitle: 'Sändning',
  sender: 'Vem sänder planerna till den nationella tjänsten?',
  senders: { register: 'Studeranderegistret', here: 'Den här tjänsten', nobody: 'Ingen' },
  save: 'Spara inställningarna',
  saved: 'Inställningarna har sparats.',
  reload: 'Hämta de nuvarande inställningarna',
}
