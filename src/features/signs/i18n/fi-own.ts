/** To the student, in plain language. */
export const fi = {
  title: 'Huomattua',
  lead: 'Järjestelmä huomasi suunnitelmastasi tämän. Se ei ole moite. Voit kertoa, mistä on kyse.',
  heads: {
    'no-progress': {
      one: 'Opintosi eivät ole edenneet viikkoon.',
      other: 'Opintosi eivät ole edenneet {count} viikkoon.',
    },
    'empty-weeks': {
      one: 'Yhdelle viikolle ei ole suunniteltu mitään.',
      other: '{count} viikolle ei ole suunniteltu mitään.',
    },
    'no-workplace': 'Työpaikkajaksollesi ei ole vielä työpaikkaa.',
    interrupted: 'Työpaikkajaksosi on keskeytynyt.',
  },
  what: {
    demonstration: 'Viimeksi näyttösi päättyi {date}.',
    attainment: 'Viimeksi osaamisesi hyväksyttiin {date}.',
    period: 'Viimeksi oppimisjaksosi päättyi {date}.',
    start: 'Opintosi alkoivat {date}.',
    return: 'Opintosi jatkuivat {date}.',
    plan: 'Tämä suunnitelma tehtiin {date}.',
  },
  weeks: 'Nämä viikot ovat tyhjiä: {weeks}.',
  week: 'viikko {week}',
  starts: 'Jakso alkaa {date}.',
  begun: 'Jakso alkoi {date}.',
  interrupted: 'Keskeytys alkoi {date}.',
  interruptedUntil: 'Keskeytys alkoi {date} ja päättyy {end}.',
  limit: {
    progress:
      'Tämä näytetään, kun {count} viikkoon ei ole päättynyt oppimisjaksoa tai näyttöä eikä osaamistasi ole arvioitu.',
    weeks: 'Tämä näytetään, kun tyhjiä viikkoja on vähintään {count}.',
    workplace: 'Tämä näytetään {count} päivää ennen jakson alkua.',
  },
  noticed: 'Huomattu {date}.',
  seenBy:
    'Tämän näkevät sinä, vastuuopettajasi ja ohjaus- ja tukihenkilöt. Työpaikkajaksoja koskevan näkee myös työelämäkoordinaattori.',
  explanation: 'Mistä on kyse?',
  explanationHint: 'Saat kirjoittaa omin sanoin. Sinun ei ole pakko. Älä kirjoita terveydestäsi.',
  save: 'Tallenna',
  saved: 'Tallennettu. Opettaja ja ohjaus näkevät sen.',
  tell: 'Kerro, mistä on kyse',
  change: 'Muuta tekstiä',
  youTold: 'Kerroit',
  cancel: 'Peruuta',
  decided: {
    'no-need': 'Päätös: mitään ei tarvita.',
    measure: 'Päätös: sovittiin, mitä tehdään.',
  },
  decidedBy: 'Päätti {name}, {date}.',
  measures: 'Sovittiin tästä',
  over: 'Tämä on ohi {date} alkaen.',
  earlier: 'Aiemmin huomattua',
} as const
