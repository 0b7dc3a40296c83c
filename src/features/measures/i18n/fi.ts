/** Refusals, by their codes. */
export const fi = {
  'not-found': 'Toimea ei löydy.',
  'student-not-found': 'Opiskelijaa ei löydy.',
  'due-past': 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
  'person-unknown': 'Valitse henkilö, joka työskentelee täällä opiskelijoiden kanssa.',
  'already-followed': 'Toimen tulos on jo kirjattu. Lataa sivu uudelleen.',
  'changed-since': 'Toimi on muuttunut sen jälkeen, kun avasit sen. Lataa sivu uudelleen.',
  protected: 'Opiskelijalla on turvakielto. Kerro ensin opiskelijan sivulla, mihin tarvitset tietoja.',
} as const
