import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  title: 'Mina mål',
  staffTitle: 'Mål',
  who: 'Läraren och handledaren ser dina mål.',
  none: 'Du har inte skrivit några mål ännu.',
  staffNone: 'Den studerande har inte skrivit några mål.',
  add: 'Lägg till ett mål',
  text: 'Vad vill du nå?',
  textMissing: 'Skriv ett mål.',
  dueOn: 'Senast vilken dag? Du kan lämna det tomt',
  save: 'Spara',
  cancel: 'Avbryt',
  saved: 'Målet är sparat.',
  due: 'senast {date}',
  reached: 'Nått {date}',
  reach: 'Jag har nått det här',
  unreach: 'Jag har inte nått det ändå',
  edit: 'Ändra',
  remove: 'Ta bort',
  removed: 'Målet är borttaget.',
  ofGoal: '{action}: {text}',
  masked:
    'Den studerande har spärrmarkering. Du ser målen först när du har öppnat uppgifterna med en motivering.',
  reload: 'Visa det nyaste',
}
