import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  title: 'Demons klocka',
  lead: 'Flytta systemets datum för att se hur tidsfrister och kontroller ändras. Flytten gäller alla som använder den här demon. Den påverkar inte inloggningar, nycklar eller certifikat.',
  today: 'Systemets datum',
  realToday: 'Verkligt datum',
  unmoved: 'Klockan är inte flyttad.',
  moved: { one: 'Klockan är flyttad {count} dag.', other: 'Klockan är flyttad {count} dagar.' },
  date: 'Nytt datum',
  move: 'Flytta klockan',
  reset: 'Återställ det verkliga datumet',
  done: 'Systemets datum är nu {date}.',
}
