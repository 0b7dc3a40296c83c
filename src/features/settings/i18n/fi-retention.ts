/** How long each kind of data is kept, in words. */
export const fi = {
  kinds: {
    contacts: {
      title: 'Työpaikkaohjaajien yhteystiedot',
      counted: 'viimeisen jakson päättymisestä',
    },
    plans: {
      title: 'Päättyneet suunnitelmat versioineen',
      counted: 'opiskeluoikeuden päättymisestä',
    },
    students: {
      title: 'Opiskelijan ja huoltajien tiedot',
      counted: 'viimeisen opiskeluoikeuden päättymisestä, kun suunnitelmia ei enää ole',
    },
    imports: {
      title: 'Tuontien tiedostojen nimet ja jäljet',
      counted: 'tuonnin päättymisestä',
    },
    deliveries: {
      title: 'Kansalliseen palveluun lähettämisen tapahtumat',
      counted: 'tapahtumasta',
    },
    feedback: {
      title: 'Saavutettavuuspalautteet',
      counted: 'vastaamisesta, tai saapumisesta, jos palautteeseen ei ole vastattu',
    },
    audit: {
      title: 'Käyttöloki',
      counted: 'tapahtumasta',
    },
  },
  months: {
    one: '{count} kuukausi',
    other: '{count} kuukautta',
  },
  undecided: 'Säilytetään, kunnes päätetään',
} as const
