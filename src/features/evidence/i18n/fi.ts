/** What is refused of evidence. */
export const fi = {
  'student-not-found': 'Opiskelijaa ei löydy.',
  protected: 'Opiskelijalla on turvakielto. Kerro ensin opiskelijan sivulla, mihin tarvitset tietoja.',
  'not-found': 'Kerrottua osaamista ei löydy. Se on ehkä poistettu.',
  'version-conflict': 'Joku muu muutti tätä juuri. Avaa se uudelleen ja tee muutoksesi siihen.',
  'too-many': 'Osaamista on kerrottu jo {limit} kertaa. Poista ensin jokin, jota ei tarvita.',
  'files-too-many': 'Tiedostoja on jo {limit}. Poista ensin jokin niistä.',
  'no-room':
    'Yhden opiskelijan tiedostoille on tilaa {limit} megatavua, eikä tämä mahdu enää. Poista ensin tiedosto, jota ei tarvita.',
  'dates-reversed': 'Loppupäivä on ennen alkupäivää.',
  'starts-later': 'Alkupäivä on vasta tulossa. Kerro siitä, mitä olet jo tehnyt.',
} as const
