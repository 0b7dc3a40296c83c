import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-limits.ts'

export const sv: Translation<typeof fi> = {
  title: 'Gränser för tidiga tecken',
  administration: 'När systemet märker att studierna inte går framåt.',
  lead: 'Tecknen är regler: vart och ett berättar vad som märktes och av vilka uppgifter. Den studerande ser sina egna genast. Ingen får poäng. Nya gränser gäller från nästa natt.',
  back: 'Administration',
  progress: {
    title: 'Inga framsteg',
    on: 'Märk när inget går framåt',
    onHint:
      'Som framsteg räknas en lärperiod eller ett yrkesprov som har avslutats och kunnande som har bedömts som godkänt i Koski.',
    weeks: 'Veckor utan framsteg',
    weeksHint: 'Tecknet kommer när så många veckor har gått.',
  },
  emptyWeeks: {
    title: 'Tomma veckor framöver',
    on: 'Märk tomma veckor',
    onHint: 'En tom vecka har ingen vardag med en lärperiod eller ett yrkesprov.',
    weeks: 'Minsta antal tomma veckor',
    weeksHint: 'Tecknet kommer när så många veckor är tomma.',
    ahead: 'Hur många veckor framåt som granskas',
    aheadHint: 'Från och med nästa vecka.',
    breaks: 'Läroanstaltens lov',
    breaksHint: 'För lovdagar behövs ingen plan.',
    breakStart: 'Lovet börjar',
    breakEnd: 'Lovet slutar',
    breakProblem: 'Välj början och slut; slutet kan inte vara före början.',
    breakNamed: 'Lov {number}',
    addBreak: 'Lägg till ett lov',
    removeBreak: 'Ta bort lov {number}',
  },
  workplace: {
    title: 'Arbetsplatsperiod',
    on: 'Märk arbetsplatsperioder som saknar arbetsplats eller är avbrutna',
    days: 'Dagar före periodens början',
    daysHint:
      'Tecknet kommer om perioden saknar arbetsplats så många dagar före början. Ett avbrott märks genast.',
  },
  numberProblem: 'Skriv ett tal {least}–{most}.',
  save: 'Spara gränserna',
  saved: 'Gränserna är sparade.',
  reload: 'Ladda om',
}
