import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-own.ts'

export const sv: Translation<typeof fi> = {
  title: 'Uppmärksammat i din plan',
  lead: 'Systemet märkte det här i din plan. Det är ingen kritik. Du kan berätta vad det handlar om.',
  heads: {
    'no-progress': {
      one: 'Dina studier har inte gått framåt på en vecka.',
      other: 'Dina studier har inte gått framåt på {count} veckor.',
    },
    'empty-weeks': {
      one: 'För en vecka har inget planerats.',
      other: 'För {count} veckor har inget planerats.',
    },
    'no-workplace': 'Din arbetsplatsperiod har ännu ingen arbetsplats.',
    interrupted: 'Din arbetsplatsperiod är avbruten.',
  },
  what: {
    demonstration: 'Senast avslutades ditt yrkesprov {date}.',
    attainment: 'Senast godkändes ditt kunnande {date}.',
    period: 'Senast avslutades din lärperiod {date}.',
    start: 'Dina studier började {date}.',
    return: 'Dina studier fortsatte {date}.',
    plan: 'Den här planen gjordes {date}.',
  },
  weeks: 'De här veckorna är tomma: {weeks}.',
  week: 'vecka {week}',
  starts: 'Perioden börjar {date}.',
  begun: 'Perioden började {date}.',
  interrupted: 'Avbrottet började {date}.',
  interruptedUntil: 'Avbrottet började {date} och slutar {end}.',
  limit: {
    progress:
      'Det här visas när inget har avslutats eller bedömts på {count} veckor: ingen lärperiod, inget yrkesprov och inget kunnande.',
    weeks: 'Det här visas när minst {count} veckor är tomma.',
    workplace: 'Det här visas {count} dagar innan perioden börjar.',
  },
  noticed: 'Märktes {date}.',
  seenBy:
    'Det här ser du, din ansvariga lärare och handlednings- och stödpersonerna. Det som gäller arbetsplatsperioder ser också arbetslivskoordinatorn.',
  explanation: 'Vad handlar det om?',
  explanationHint: 'Skriv med egna ord. Du måste inte. Skriv inget om din hälsa.',
  save: 'Spara',
  saved: 'Sparat. Läraren och handledningen ser det.',
  tell: 'Berätta vad det handlar om',
  change: 'Ändra texten',
  youTold: 'Du berättade',
  cancel: 'Avbryt',
  decided: {
    'no-need': 'Beslut: inget behövs.',
    measure: 'Beslut: ni kom överens om vad som görs.',
  },
  decidedBy: 'Beslutades av {name}, {date}.',
  measures: 'Det här kom ni överens om',
  over: 'Det här är över sedan {date}.',
  earlier: 'Uppmärksammat tidigare',
}
