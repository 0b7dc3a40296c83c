import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  label: 'Min lista',
  lead: 'Här ser du vad som väntar på dig. När saken är skött försvinner den av sig själv.',
  parts: {
    overdue: 'Försenat',
    soon: 'Inom en vecka',
    waiting: 'Väntar',
    later: 'Senare',
  },
  by: 'Senast {date}',
  late: 'Sista dagen var {date}',
  since: 'Har väntat sedan {date}',
  hidden: 'Spärrmarkering',
  kind: 'Visa',
  all: 'Allt ({count})',
  kindCount: '{name} ({count})',
  more: {
    one: 'De mest brådskande visas. Därtill väntar {count} annan sak.',
    other: 'De mest brådskande visas. Därtill väntar {count} andra saker.',
  },
  many: 'De mest brådskande visas. Det finns väldigt många andra.',
  plansMissing: {
    one: 'Dessutom saknar {count} annan studerande plan.',
    other: 'Dessutom saknar {count} andra studerande plan.',
  },
  plansMissingMany: 'Dessutom saknar väldigt många andra plan.',
  toPlansMissing: 'Se alla som saknar plan',
  empty: 'Fint, ingenting väntar på dig.',
  emptyText: 'Nya saker kommer hit av sig själva.',
  noStudents: 'Du har inga egna studerande',
  noStudentsText:
    'Hit kommer det som gäller de studerande vars ansvariga lärare du är. Den ansvariga läraren kommer från registret eller från gruppens uppgifter. Andra studerande hittar du i listan över studerande.',
  toStudents: 'Gå till studerandena',
  digest: {
    title: 'Listan per e-post',
    lead: 'Meddelandet berättar hur många saker som väntar. Ingens namn finns i det.',
    label: 'När meddelandet kommer',
    rhythms: { never: 'Aldrig', weekdays: 'Vardagsmorgnar', mondays: 'Måndagsmorgnar' },
    saved: 'Valet har sparats.',
    noMail: 'Den här installationen sänder ingen e-post. Ditt val sparas ändå.',
    noAddress:
      'Din e-postadress är inte känd, så inget meddelande kan sändas. Adressen kommer från registret.',
  },
}
