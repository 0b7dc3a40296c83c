export const fi = {
  'not-found': 'Ehdotusta ei löydy.',
  closed: 'Ehdotukseen on jo vastattu, tai opiskelija on perunut sen.',
  'cannot-change':
    'Suunnitelmaa ei voi muuttaa suoraan tämän ehdotuksen mukaan. Hyväksy ehdotus ja tee muutos itse suunnitelmaan.',
  'too-many': 'Sinulla on jo monta avointa ehdotusta. Odota, että niihin vastataan.',
  'already-open': 'Olet jo ehdottanut tähän samaa muutosta. Odota vastausta tai peru ensin vanha ehdotus.',
  'about-unknown': 'Tätä osaa ei ole enää suunnitelmassasi. Lataa sivu uudelleen.',
  'about-other': 'Tällaista muutosta ei voi ehdottaa tähän osaan.',
  'already-over': 'Tämä aika on jo mennyt.',
  'start-missing': 'Anna alkupäivä.',
  'end-missing': 'Anna loppupäivä.',
  'dates-reversed': 'Loppupäivä on ennen alkupäivää.',
  'dates-same': 'Päivät ovat samat kuin nyt.',
  'share-same': 'Työaika on sama kuin nyt.',
  'unit-there': 'Tämä tutkinnon osa on jo suunnitelmassasi.',
  'unit-unknown': 'Tätä tutkinnon osaa ei ole tutkinnossasi.',
} as const
