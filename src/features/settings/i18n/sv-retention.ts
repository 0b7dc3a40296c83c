import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-retention.ts'

export const sv: Translation<typeof fi> = {
  kinds: {
    contacts: {
      title: 'Arbetsplatshandledares kontaktuppgifter',
      counted: 'från att den sista perioden tagit slut',
    },
    plans: {
      title: 'Avslutade planer med sina versioner',
      counted: 'från att studierätten upphört',
    },
    students: {
      title: 'Den studerandes och vårdnadshavarnas uppgifter',
      counted: 'från att den sista studierätten upphört, när det inte längre finns planer',
    },
    imports: {
      title: 'Importernas filnamn och spår',
      counted: 'från att importen avslutats',
    },
    deliveries: {
      title: 'Händelser vid sändning till den nationella tjänsten',
      counted: 'från händelsen',
    },
    feedback: {
      title: 'Respons om tillgänglighet',
      counted: 'från svaret, eller från att responsen kom om den inte har besvarats',
    },
    audit: {
      title: 'Användningsloggen',
      counted: 'från händelsen',
    },
  },
  months: {
    one: '{count} månad',
    other: '{count} månader',
  },
  undecided: 'Bevaras tills beslut fattas',
}
