/** What the sending says. `failures`: why something was not sent, by the code of the failure. */
export const fi = {
  'no-such-place': 'Lista ei jatku tästä kohdasta. Avaa lista alusta.',
  'retry-not-now': 'Tätä suunnitelmaa ei voi juuri nyt lähettää uudelleen. Päivitä sivu.',
  'ask-removal-not-now':
    'Tätä suunnitelmaa ei voi pyytää poistettavaksi: sitä ei ole lähetetty tai poisto on jo pyydetty.',
  'tell-removed-not-now': 'Tämän suunnitelman poistoa ei ole pyydetty, tai se on jo todettu.',
  'withdraw-removal-not-now': 'Poistopyyntöä ei voi enää perua.',
  failures: {
    'changed-there':
      'Suunnitelmaa on muutettu kansallisessa palvelussa. Lähetä meidän versiomme uudelleen, tai tuo palvelun versio ja hyväksy suunnitelma.',
    'other-there':
      'Opiskeluoikeudella on kansallisessa palvelussa toinen HOKS, jota ei ole lähetetty täältä. Tarkista, kumpi pitää paikkansa. Jos tämä, lähetä se uudelleen.',
    contradiction: 'Kansallinen palvelu sanoo, että suunnitelma on siellä, mutta ei anna sitä.',
    'too-late': 'Kansallinen palvelu vastasi niin hitaasti, että yritys jäi kesken. Yritetään uudelleen.',
    fault: 'Lähetys keskeytyi meillä olevaan vikaan. Yritetään uudelleen; ylläpito näkee vian lokista.',
    faults:
      'Kansallinen palvelu ei hyväksynyt suunnitelmaa. Korjaa merkityt kohdat ja hyväksy suunnitelma uudelleen.',
    'no-right': 'Tunnuksillamme ei ole oikeutta tähän opiskeluoikeuteen kansallisessa palvelussa.',
    archived:
      'Opiskeluoikeudella on kansallisessa palvelussa poistettu HOKS. Pyydä eHOKS-tukea palauttamaan se.',
    'study-right-ended': 'Opiskeluoikeus on päättynyt, eikä kansallinen palvelu ota enää muutoksia vastaan.',
    'study-right-unknown': 'Koski ei tunne opiskeluoikeutta. Tarkista, että se on siirretty Koskeen.',
    'student-unknown': 'Oppijanumerorekisteri ei tunne opiskelijaa. Tarkista oppijanumero.',
    'study-right-included': 'Opiskeluoikeus sisältyy toiseen opiskeluoikeuteen: HOKS kuuluu siihen.',
    'other-student': 'Opiskeluoikeus kuuluu kansallisessa palvelussa toiselle oppijanumerolle.',
    'other-study-right': 'Kansallisessa palvelussa suunnitelma kuuluu toiselle opiskeluoikeudelle.',
    refused: 'Kansallinen palvelu ei hyväksynyt suunnitelmaa: se vastasi {status}.',
    'refused-plain': 'Kansallinen palvelu ei hyväksynyt suunnitelmaa.',
    'away-plain': 'Kansallinen palvelu ei juuri nyt vastaa. Yritetään uudelleen.',
    'connection-plain': 'Yhteys kansalliseen palveluun ei ole kunnossa. Pääkäyttäjä näkee syyn.',
    'service-away': 'Kansallinen palvelu ({host}) ei vastaa.',
    'service-slow': 'Kansallinen palvelu ({host}) ei vastannut {seconds} sekunnissa.',
    'service-half': 'Kansallisen palvelun ({host}) vastaus katkesi.',
    'service-failed': 'Kansallisessa palvelussa ({host}) on vika tai ruuhka: se vastasi {status}.',
    'service-refused': 'Kansallinen palvelu ({host}) torjui pyynnön: se vastasi {status}.',
    'service-unauthorized':
      'Kansallinen palvelu ({host}) ei hyväksy käyttäjätunnusta ja salasanaa. Korjaa ne rekistereiden asetuksissa.',
    'service-redirect':
      'Kansallinen palvelu ({host}) ohjaa toiselle palvelimelle {to}. Korjaa osoite rekistereiden asetuksissa.',
    'service-private':
      'Kansallisen palvelun osoite {host} johtaa sisäverkkoon tai tälle koneelle. Korjaa osoite.',
    'service-too-large': 'Kansallisen palvelun ({host}) vastaus on yli {limit} megatavua.',
    'service-not-json': 'Kansallisen palvelun ({host}) vastaus ei ole JSON-muotoa.',
    'service-unknown-form': 'Kansallisen palvelun ({host}) vastaus ei ole odotettua muotoa.',
    'service-not-here':
      'Osoitteessa {host} ei ole eHOKS-palvelua ({path}). Korjaa osoite rekistereiden asetuksissa.',
    'service-no-credentials':
      'Kansallisen palvelun käyttäjätunnus ja salasana puuttuvat, tai niitä ei voi enää avata. Anna ne rekistereiden asetuksissa.',
  },
} as const
