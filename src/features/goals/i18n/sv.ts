import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  title: 'Mina mål',
  staffTitle: 'Mål',
  who: 'Läraren och handledaren ser dina mål.',
  none: 'Du har inte skrivit några mål ännu.',
  staffNone: 'Den studerande har inte skrivit några mål.',
  add: 'Lägg till ett mål',
  text: 'Vad vill du uppnå?',
  textMissing: 'Skriv ett mål.',
  dueOn: 'Senast vilken dag? Du kan lämna det tomt',
  save: 'Spara',
  cancel: 'Avbryt',
  saved: 'Målet är sparat.',
  due: 'senast {date}',
  reached: 'Uppnått {date}',
  reach: 'Jag har uppnått det här',
  unreach: 'Jag har ändå inte uppnått det',
  edit: 'Ändra',
  remove: 'Ta bort',
  removed: 'Målet är borttaget.',
  ofGoal: '{action}: {text}',
  masked:
    'Den studerande har spärrmarkering. Du ser målen först när du har öppnat uppgifterna med en motivering.',
  reload: 'Visa det nyaste',
}
