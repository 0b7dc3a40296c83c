/** Refusals, by their codes. */
export const fi = {
  'not-found': 'Merkkiä ei löydy.',
  'student-not-found': 'Opiskelijaa ei löydy.',
  'not-open': 'Merkki on jo ratkaistu tai mennyt ohi. Lataa sivu uudelleen.',
  'changed-since':
    'Merkki on muuttunut sen jälkeen, kun avasit sen. Lataa sivu uudelleen ja tarkista tiedot.',
  protected: 'Opiskelijalla on turvakielto. Kerro ensin opiskelijan sivulla, mihin tarvitset tietoja.',
} as const
