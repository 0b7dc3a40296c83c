import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  title: 'Demons nationella tjänst',
  administration:
    'Demons egen eHOKS-tjänst: pröva vad som händer när den är borta eller svarar fel, och se vilka planer den har.',
  lead: 'Demon har en egen eHOKS-tjänst, så ingenting sänds till den riktiga. Pröva vad som händer när tjänsten är långsam, borta eller svarar fel.',
  back: 'Administration',
  behaviour: 'Hur fungerar tjänsten?',
  now: 'Nu',
  until: 'Hur länge',
  untilTold: 'Tills du väljer något annat',
  left: { one: '{count} begäran till', other: '{count} begäranden till' },
  mode: 'Tjänsten fungerar',
  modes: {
    normal: 'normalt',
    slow: 'långsamt: svaret tar fem sekunder',
    down: 'inte alls: tjänsten är borta',
    refuse: 'men släpper inte in: varje begäran avvisas',
    garbage: 'fel: svaret är något annat än det borde vara',
    half: 'med avbrott: svaret bryts mitt i',
    'lose-answer': 'och gör det den ska, men svaret försvinner på vägen',
  },
  times: 'Hur länge?',
  requests: { one: 'under {count} begäran', other: 'under {count} begäranden' },
  change: 'Ändra funktionen',
  changed: 'Tjänstens funktion har ändrats.',
  plans: 'Planer i den nationella tjänsten',
  plansLead:
    'Planerna hos din egen utbildningsanordnare, den nyaste först. Tjänsten minns dem också efter en omstart.',
  caption: 'Planer i den nationella tjänsten',
  none: 'Tjänsten har inga planer ännu. Godkänn en plan, så sänds den hit.',
  newest: { one: 'Den nyaste visas.', other: 'De {count} nyaste visas.' },
  nationalId: 'Nummer i tjänsten',
  student: 'Studerandenummer',
  studyRight: 'Studierätt',
  changedAt: 'Ändrad',
  fromStart: 'Har funnits från början',
  take: 'Ta bort',
  takeOf: 'Ta bort planen {id}',
  takeTitle: 'Ska planen tas bort ur den nationella tjänsten?',
  takeText:
    'Planen {id} tas bort endast ur demons nationella tjänst. I den riktiga tjänsten görs detta av en person som har rätt att ta bort planer där.',
  taken: 'Planen har tagits bort ur den nationella tjänsten.',
  cancel: 'Avbryt',
}
