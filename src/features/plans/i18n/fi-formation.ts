/** The section of a plan that tells whether it forms the qualification. */
export const fi = {
  title: 'Tutkinnon muodostuminen',
  lead: 'Suunnitelman aiemmin hankittu ja hankittava osaaminen yhdessä, verrattuna tutkinnon perusteisiin.',
  complete: 'Suunnitelmasta muodostuu tutkinto.',
  incomplete: 'Suunnitelmasta ei vielä muodostu tutkintoa.',
  open: 'Avaa tutkinnon perusteet',
  notJudged: {
    'no-study-right': 'Opiskeluoikeutta ei tunneta, joten muodostumista ei voi arvioida.',
    'no-qualification':
      'Opiskeluoikeuden tutkinnon perusteita ei ole tuotu, joten muodostumista ei voi arvioida.',
    'no-structure': 'Näillä perusteilla ei ole muodostumissääntöä.',
    partial: 'Opiskelija suorittaa tutkinnon osia, joten koko tutkinnon ei tarvitse muodostua.',
  },
  assumed: {
    one: 'HOKS ei kerro yhteisten tutkinnon osien valinnaisten osaamistavoitteiden laajuutta. Tässä niitä on oletettu {count} osp.',
    other:
      'HOKS ei kerro yhteisten tutkinnon osien valinnaisten osaamistavoitteiden laajuutta. Tässä niitä on oletettu {count} osp.',
  },
  unknownPoints: 'Laajuus ei ole tiedossa, joten näitä ei ole laskettu mukaan: {parts}.',
  optionalGoals: 'yhteisten tutkinnon osien valinnaiset osaamistavoitteet',
  unnamed: 'nimetön tutkinnon osa',
} as const
