import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Förslaget hittades inte.',
  closed: 'Förslaget har redan fått ett svar, eller så har den studerande tagit tillbaka det.',
  'cannot-change':
    'Planen kan inte ändras direkt enligt det här förslaget. Godkänn förslaget och gör ändringen själv i planen.',
  'too-many': 'Du har redan många öppna förslag. Vänta tills du får svar på dem.',
  'already-open':
    'Du har redan föreslagit samma ändring här. Vänta på svar eller ta först tillbaka det gamla förslaget.',
  'about-unknown': 'Den här delen finns inte längre i din plan. Ladda sidan på nytt.',
  'about-other': 'En sådan ändring kan inte föreslås för den här delen.',
  'already-over': 'Den här tiden har redan gått.',
  'start-missing': 'Ange första dagen.',
  'end-missing': 'Ange sista dagen.',
  'dates-reversed': 'Sista dagen är före första dagen.',
  'dates-same': 'Dagarna är samma som nu.',
  'share-same': 'Arbetstiden är samma som nu.',
  'unit-there': 'Den här examensdelen finns redan i din plan.',
  'unit-unknown': 'Den här examensdelen hör inte till din examen.',
}
