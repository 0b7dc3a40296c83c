import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-reminders.ts'

export const sv: Translation<typeof fi> = {
  title: 'Påminnelser',
  administration: 'När en sak kommer upp på var och ens lista och hur snart en studerande får svar.',
  lead: 'De här dagarna avgör när en sak kommer upp på den egna listan. En ändring syns genast på listorna.',
  back: 'Administration',
  fields: {
    planMissingDays: {
      label: 'Planen saknas, dagar från studiernas början',
      hint: 'När studierna har pågått så länge utan plan kommer saken upp hos den ansvariga läraren samt handledning och särskilt stöd. 0–365.',
    },
    periodEndsDays: {
      label: 'En period på arbetsplatsen slutar, dagar före slutet',
      hint: 'Om perioden inte har sänts eller uppgifter saknas kommer saken upp hos den ansvariga läraren, handledning och särskilt stöd samt arbetslivskoordinatorerna, så att arbetsplatshandledaren får enkäten. 1–90.',
    },
    proposalDays: {
      label: 'En studerandes förslag besvaras, dagar',
      hint: 'Den studerande ser vilken dag svaret senast kommer. Förslaget står på den ansvariga lärarens lista. 1–90.',
    },
    helpDays: {
      label: 'En begäran om stöd besvaras, dagar',
      hint: 'Den studerande ser vilken dag svaret senast kommer. Begäran står på listan hos den som stödet begärdes av. 1–30.',
    },
  },
  problem: 'Ange ett heltal mellan {least} och {most}.',
  save: 'Spara påminnelserna',
  saved: 'Påminnelserna har sparats.',
  reload: 'Hämta de nuvarande påminnelserna',
}
