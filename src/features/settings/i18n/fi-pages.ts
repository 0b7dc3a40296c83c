export const fi = {
  title: 'Suunnitelmien asetukset',
  mastersTitle: 'Kumman tieto on voimassa?',
  mastersLead:
    'Jos opiskelijarekisteri ja tämä palvelu muuttavat samaa kohtaa eri tavoin, voimaan jää sen tieto, joka tässä on valittu. Toinen versio näytetään suunnitelmassa.',
  parts: {
    basics: 'Perustiedot ja tavoitteet',
    prior: 'Aiemmin hankittu osaaminen',
    units: 'Tutkinnon osat',
    periods: 'Osaamisen hankkimisen jaksot',
    demonstrations: 'Näytöt',
    support: 'Oppimisen tuki',
  },
  masters: { register: 'Opiskelijarekisteri', here: 'Tämä palvelu' },
  senderTitle: 'Lähetys',
  sender: 'Kuka lähettää suunnitelmat kansalliseen palveluun?',
  senders: { register: 'Opiskelijarekisteri', here: 'Tämä palvelu', nobody: 'Ei kukaan' },
  save: 'Tallenna asetukset',
  saved: 'Asetukset on tallennettu.',
  reload: 'Hae nykyiset asetukset',
} as const
