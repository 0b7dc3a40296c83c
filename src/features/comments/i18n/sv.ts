import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'
import { sv as errors } from './sv-errors.ts'

export const sv: Translation<typeof fi> = {
  title: 'Kommentarer',
  lead: 'En kommentar ses bara av dem som skribenten har valt.',
  none: 'Det finns inga kommentarer till dig.',
  write: 'Skriv en kommentar',
  about: 'Vad gäller det?',
  aboutPlan: 'Hela stigen',
  gone: 'En del som inte längre finns i planen',
  who: 'Vem får läsa?',
  roles: { student: 'Studerande', teacher: 'Lärare', guidance: 'Handledare', guardian: 'Vårdnadshavare' },
  named: '{role}: {names}',
  theseRead: 'De här personerna läser kommentaren:',
  yourself: 'du själv',
  nobodyYet: 'Välj först vem som får läsa. Sedan kan du skriva.',
  later: 'Inga läsare läggs till senare.',
  text: 'Kommentar',
  textMissing: 'Skriv en kommentar.',
  send: 'Skicka',
  cancel: 'Avbryt',
  sent: 'Kommentaren är skickad.',
  reload: 'Visa läsarna på nytt',
  by: '{role}: {name}, {date}',
  byRole: '{role}, {date}',
  readers: 'Läsare: {readers}',
  remove: 'Ta bort kommentaren',
  removed: 'Kommentaren är borttagen.',
  masked:
    'Den studerande har spärrmarkering. Du ser kommentarerna först när du har öppnat uppgifterna med en motivering.',
  not: errors,
}
