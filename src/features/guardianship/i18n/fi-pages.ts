/** Of a guardian's own pages: short sentences, no codes. */
export const fi = {
  title: 'Huollettavasi',
  lead: 'Valitse, kenen opintoja katsot.',
  until: 'Hän täyttää 18 vuotta {date}. Silloin huoltajan osuus päättyy itsestään.',
  hiddenName: 'Huollettavasi, jolla on turvakielto',
  back: 'Huollettavasi',
  takesPart:
    'Suunnitelma on opiskelijan oma. Näet polun niin kuin hän sen näkee. Oppilaitos voi pyytää sinua hyväksymään osan suunnitelmasta.',
  protected:
    'Opiskelijalla on turvakielto. Siksi paikat, ihmiset ja aikataulut eivät näy täällä kenellekään huoltajalle.',
  ask: 'Keneltä voit kysyä',
  askTeacher: 'Vastuuopettaja on {name}.',
  askSchool: 'Kysy oppilaitoksen toimistosta.',
  email: 'Sähköposti',
  ended: {
    title: 'Et näe tällä hetkellä kenenkään opintoja',
    none: 'Oppilaitos ei ole liittänyt sinuun ketään opiskelijaa.',
    'of-age':
      'Opiskelija on täyttänyt 18 vuotta. Täysi-ikäisen opinnot ovat hänen omiaan, ja siksi huoltajan osuus on päättynyt. Hän voi halutessaan jakaa polkunsa osia sinulle linkillä.',
    'no-custody':
      'Oppilaitoksen rekisterissä ei ole tietoa, että olet hänen huoltajansa. Jos se on virhe, kysy oppilaitoksesta.',
    unknown: 'Oppilaitoksen rekisteristä puuttuu opiskelijan syntymäaika. Kysy oppilaitoksesta.',
  },
} as const
