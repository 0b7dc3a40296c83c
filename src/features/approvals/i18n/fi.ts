/** What the interface refuses, by the code of the error. */
export const fi = {
  'nobody-to-ask': 'Tästä suunnitelmasta ei kysytä hyväksyntää keneltäkään. Kysyttävät valitaan asetuksissa.',
  missing: {
    one: 'Suunnitelmaa ei voi vielä hyväksyä: siitä puuttuu {count} vaadittu hyväksyntä. Suunnitelman sivun kohdassa Hyväksynnät näkyy, ketä odotetaan.',
    other:
      'Suunnitelmaa ei voi vielä hyväksyä: siitä puuttuu {count} vaadittua hyväksyntää. Suunnitelman sivun kohdassa Hyväksynnät näkyy, ketä odotetaan.',
  },
  protected: 'Opiskelijalla on turvakielto. Kerro ensin opiskelijan sivulla, mihin tietoja tarvitaan.',
  'told-later': 'Vastaus on voitu saada viimeistään tänään. Korjaa päivä.',
  'reason-needed': 'Kerro, miksi et hyväksy.',
  answered: 'Tähän on jo vastattu. Lataa sivu uudelleen.',
  'not-asked': 'Tätä ei enää kysytä. Lataa sivu uudelleen.',
  'changed-since': 'Suunnitelma on muuttunut sen jälkeen, kun luit sen. Katso se uudelleen ja vastaa sitten.',
} as const
