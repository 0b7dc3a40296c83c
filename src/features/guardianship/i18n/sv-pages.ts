import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  title: 'Dina barn',
  lead: 'Välj vems studier du vill se.',
  until: 'Hen fyller 18 år {date}. Då upphör vårdnadshavarens del av sig själv.',
  hiddenName: 'Ditt barn som har spärrmarkering',
  back: 'Dina barn',
  takesPart:
    'Planen är den studerandes egen. Du ser stigen så som den studerande själv ser den. Läroanstalten kan be dig godkänna en del av planen.',
  protected:
    'Den studerande har spärrmarkering. Därför visas platser, personer och tidtabeller inte här för någon vårdnadshavare.',
  ask: 'Vem du kan fråga',
  askTeacher: 'Ansvarig lärare är {name}.',
  askSchool: 'Fråga på läroanstaltens kansli.',
  email: 'E-post',
  ended: {
    title: 'Du ser just nu ingens studier',
    none: 'Läroanstalten har inte kopplat någon studerande till dig.',
    'of-age':
      'Den studerande har fyllt 18 år. En myndig persons studier är hens egna, och därför har vårdnadshavarens del upphört. Hen kan, om hen vill, visa delar av sin stig för dig med en länk.',
    'no-custody':
      'I läroanstaltens register finns ingen uppgift om att du är vårdnadshavare. Fråga läroanstalten om det är ett fel.',
    unknown: 'Den studerandes födelsedatum saknas i läroanstaltens register. Fråga läroanstalten.',
  },
}
