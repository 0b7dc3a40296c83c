import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-actions.ts'

export const sv: Translation<typeof fi> = {
  'api-keys': { create: 'Skapade en API-nyckel', revoke: 'Tog en API-nyckel ur bruk' },
  'audit-log': {
    search: 'Sökte i användningsloggen',
    export: 'Förde ut användningsloggen till en fil',
    'list-students': 'Sökte på namn vems användningslogg som visas',
    'read-own': 'Tittade på vem som har sett de egna uppgifterna',
  },
  clock: { move: 'Flyttade demons klocka' },
  contacts: { erase: 'Raderade kontaktuppgifter' },
  'demo-services': {
    behave: 'Ändrade hur demotjänsten beter sig',
    'take-away': 'Tog bort en plan ur demotjänsten',
  },
  feedback: {
    list: 'Läste responsen om tillgänglighet',
    give: 'Respons om tillgänglighet kom in',
    answer: 'Markerade responsen som besvarad',
  },
  groups: {
    save: 'Gruppens uppgifter ändrades',
    list: 'Tittade på grupper',
    'hand-over': 'Överlät gruppen till en annan lärare',
    'change-year': 'Flyttade gruppen till ett nytt läsår',
    'move-student': 'Den studerandes grupp eller lärare byttes',
  },
  guardians: { save: 'Vårdnadshavarnas uppgifter ändrades', erase: 'Raderade vårdnadshavarnas uppgifter' },
  imports: {
    request: 'Begärde en import',
    start: 'Startade en import',
    stop: 'Stoppade en import',
    resume: 'Fortsatte en import',
    end: 'Importen avslutades',
  },
  organisations: { succeed: 'Antecknade en organisations efterföljare' },
  plans: {
    read: 'Läste planen',
    'read-formation': 'Läste hur examen byggs upp',
    'read-versions': 'Läste planens versioner',
    create: 'Skapade planen',
    save: 'Sparade planen',
    'settle-conflict': 'Löste en konflikt i planen',
  },
  providers: { add: 'Utbildningsanordnaren lades till' },
  registers: {
    change: 'Ändrade registrets inställningar',
    run: 'Begärde hämtning ur registret',
    try: 'Provade förbindelsen till registret',
  },
  retention: {
    run: 'Startade körningen av förvaringstider',
    'erase-plan': 'Planen raderades när förvaringstiden gick ut',
    preview: 'Tittade på vad förvaringstiderna skulle radera',
  },
  roles: {
    list: 'Tittade på roller',
    'list-operators': 'Tittade på installationens operatörer',
    grant: 'Gav en roll',
    revoke: 'Tog bort en roll',
    invite: 'Lade till en person',
    'follow-groups': 'Rollerna ändrades enligt inloggningens grupper',
    'change-mapping': 'Ändrade grupperna som ger roller',
  },
  sessions: {
    start: 'Loggade in',
    end: 'Loggade ut',
    'choose-provider': 'Bytte utbildningsanordnare',
  },
  settings: { change: 'Ändrade inställningar' },
  staff: {
    save: 'Personalens uppgifter ändrades',
    vanish: 'Personen saknades i personalregistret',
  },
  statements: { save: 'Ändrade en redogörelse', publish: 'Publicerade en redogörelse' },
  students: {
    list: 'Såg den studerande i en lista',
    export: 'Förde ut den studerande till en fil',
    save: 'Den studerandes uppgifter ändrades',
    erase: 'Raderade den studerandes uppgifter',
    protect: 'Spärrmarkeringen började',
    unprotect: 'Spärrmarkeringen upphörde',
    vanish: 'Den studerande saknades i studeranderegistret',
    read: 'Tittade på den studerandes uppgifter',
    reveal: 'Tittade på uppgifter trots spärrmarkering',
  },
  'study-rights': {
    save: 'Studierättens uppgifter ändrades',
    consult: 'Kontrollerade en plan mot studierätten',
  },
}
