/** What is refused of recognising prior learning. */
export const fi = {
  'student-not-found': 'Opiskelijaa ei löydy.',
  protected: 'Opiskelijalla on turvakielto. Kerro ensin opiskelijan sivulla, mihin tarvitset tietoja.',
  'not-found': 'Pyyntöä ei löydy.',
  'plan-not-found': 'Opiskelijalla ei ole tätä suunnitelmaa.',
  'version-conflict': 'Joku muu ehti käsitellä tämän pyynnön. Lue uusi tilanne ennen kuin päätät.',
  'decided-already': 'Pyynnöstä on jo päätetty.',
  'reason-missing': 'Perustele päätös.',
  'assessors-missing': 'Nimeä ensin arvioijat ja kerro, milloin asia lähetettiin heille.',
  'sent-later': 'Päivä on vasta tulossa. Kerro päivä, jona asia on lähetetty.',
  'already-prior': 'Tämä on jo suunnitelmassa aiemmin hankittuna osaamisena.',
  'already-asked': 'Tätä on jo pyydetty. Odota päätöstä tai peru ensin edellinen pyyntö.',
  'part-unknown': 'Tätä ei ole suunnitelmassa eikä tutkinnon perusteissa.',
  'evidence-unknown': 'Kertomaasi osaamista ei löydy. Se on ehkä poistettu.',
} as const
