export const fi = {
  label: 'Oma lista',
  lead: 'Tässä on se, mikä odottaa sinua. Kun asia on hoidettu, se poistuu listalta itsestään.',
  parts: {
    overdue: 'Myöhässä',
    soon: 'Viikon kuluessa',
    waiting: 'Odottaa',
    later: 'Myöhemmin',
  },
  by: 'Viimeistään {date}',
  late: 'Määräpäivä oli {date}',
  since: 'Odottanut {date} alkaen',
  hidden: 'Turvakielto',
  kind: 'Näytä',
  all: 'Kaikki ({count})',
  kindCount: '{name} ({count})',
  more: {
    one: 'Kiireellisimmät näytetään. Lisäksi odottaa {count} muu asia.',
    other: 'Kiireellisimmät näytetään. Lisäksi odottaa {count} muuta asiaa.',
  },
  many: 'Kiireellisimmät näytetään. Muita on hyvin paljon.',
  plansMissing: {
    one: 'Lisäksi suunnitelma puuttuu {count} muulta.',
    other: 'Lisäksi suunnitelma puuttuu {count} muulta.',
  },
  plansMissingMany: 'Lisäksi suunnitelma puuttuu hyvin monelta muulta.',
  toPlansMissing: 'Katso kaikki, joilta suunnitelma puuttuu',
  empty: 'Hienoa, mikään ei odota sinua.',
  emptyText: 'Uudet asiat tulevat tähän itsestään.',
  noStudents: 'Sinulla ei ole omia opiskelijoita',
  noStudentsText:
    'Listalle tulevat niiden opiskelijoiden asiat, joiden vastuuopettaja olet. Vastuuopettaja tulee rekisteristä tai ryhmän tiedoista. Muut opiskelijat löydät opiskelijaluettelosta.',
  toStudents: 'Siirry opiskelijoihin',
  digest: {
    title: 'Lista sähköpostiin',
    lead: 'Viesti kertoo, kuinka monta asiaa odottaa. Siinä ei ole kenenkään nimeä.',
    label: 'Milloin viesti tulee',
    rhythms: { never: 'Ei koskaan', weekdays: 'Arkiaamuisin', mondays: 'Maanantaiaamuisin' },
    saved: 'Valinta on tallennettu.',
    noMail: 'Tämä asennus ei lähetä sähköpostia. Valintasi säilyy.',
    noAddress:
      'Sähköpostiosoitettasi ei tunneta, joten viestiä ei voida lähettää. Osoite tulee rekisteristä.',
  },
} as const
