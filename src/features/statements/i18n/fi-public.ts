/** What everyone reads, without signing in. */
export const fi = {
  footer: 'Palvelusta',
  accessibility: {
    title: 'Saavutettavuusseloste',
    lead: 'Tämä seloste koskee palvelua Yhdessä. Palvelusta vastaa {provider}.',
    stateTitle: 'Miten palvelu täyttää vaatimukset',
    state: {
      full: 'Palvelu täyttää lain vaatimat WCAG-ohjeiston A- ja AA-tason kriteerit.',
      partial: 'Palvelu täyttää osittain lain vaatimat WCAG-ohjeiston A- ja AA-tason kriteerit.',
      none: 'Palvelu ei täytä lain vaatimia WCAG-ohjeiston A- ja AA-tason kriteerejä.',
    },
    shortcomings: 'Tunnetut puutteet',
    noShortcomings: 'Puutteita ei ole vielä kirjattu.',
    assessment: 'Arviointi',
    assessed: {
      self: 'Koulutuksen järjestäjä on arvioinut palvelun itse {date}.',
      external: 'Ulkopuolinen arvioija on arvioinut palvelun {date}.',
    },
    notAssessed: 'Arvioinnin päivää ei ole vielä merkitty.',
    authority: 'Jos et saa vastausta tai se ei riitä',
    authorityText:
      'Anna palaute ensin meille. Jos et saa vastausta kahdessa viikossa tai et ole siihen tyytyväinen, voit ilmoittaa asiasta valvontaviranomaiselle:',
    contact: 'Voit myös ottaa yhteyttä:',
  },
  privacy: {
    title: 'Tietosuojaseloste',
    lead: 'Näin henkilötietoja käsitellään palvelussa Yhdessä. Rekisterinpitäjä on {provider}.',
    rights: 'Oikeutesi',
    rightsText:
      'Voit pyytää rekisterinpitäjältä pääsyn tietoihisi, virheellisten tietojen oikaisua ja käsittelyn rajoittamista sekä laissa säädetyissä tapauksissa tietojen poistamista. Opiskelijana näet palvelussa, milloin ja missä roolissa tietojasi on katsottu.',
    complaint: 'Valitus',
    complaintText:
      'Voit tehdä valituksen tietosuojavaltuutetulle, jos katsot, että tietojasi käsitellään lainvastaisesti: www.tietosuoja.fi.',
    automated: 'Palvelu ei tee automaattisia päätöksiä eikä profiloi.',
  },
  unfinished: 'Seloste on kesken',
  unfinishedText:
    '{provider} ei ole vielä täydentänyt ja julkaissut tätä selostetta. Alla on palvelun pohjateksti.',
  publishedOn: 'Julkaistu {date}.',
  empty: 'Ei vielä kerrottu.',
  list: {
    title: 'Selosteet',
    lead: 'Valitse koulutuksen järjestäjä.',
    none: 'Koulutuksen järjestäjiä ei ole vielä.',
    label: 'Koulutuksen järjestäjät',
  },
  form: {
    title: 'Anna palautetta saavutettavuudesta',
    lead: 'Kerro, mikä ei toiminut. Kirjautua ei tarvitse. Vastaamme 14 päivässä, jos annat sähköpostiosoitteen.',
    message: 'Palaute',
    messageHint: 'Älä kirjoita tähän toisten henkilöiden tietoja.',
    messageProblem: 'Kirjoita palaute, ainakin kolme merkkiä.',
    page: 'Millä sivulla',
    email: 'Sähköposti vastausta varten',
    emailHint: 'Vapaaehtoinen. Käytetään vain vastaamiseen.',
    emailProblem: 'Tarkista sähköpostiosoite, tai jätä se tyhjäksi.',
    website: 'Jätä tämä tyhjäksi',
    send: 'Lähetä palaute',
    thanks: 'Kiitos palautteesta',
    thanksText: 'Palaute on tallennettu.',
    another: 'Anna toinen palaute',
  },
} as const
