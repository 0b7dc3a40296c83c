/** Why a service gave no answer that could be used. `{path}` is told without what it says of persons. */
export const fiServices = {
  'service-away': 'Palvelin {host} ei vastaa ({path}).',
  'service-slow': 'Palvelin {host} ei vastannut {seconds} sekunnissa ({path}).',
  'service-half': 'Palvelimen {host} vastaus katkesi kesken ({path}).',
  'service-failed': 'Palvelimella {host} on häiriö tai ruuhka: vastaus {status} ({path}).',
  'service-refused': 'Palvelin {host} ei hyväksynyt pyyntöä: vastaus {status} ({path}).',
  'service-unauthorized':
    'Palvelin {host} ei hyväksy tunnuksia tai niillä ei ole oikeutta tietoihin: vastaus {status} ({path}).',
  'service-redirect': 'Palvelin {host} ohjaa toiselle palvelimelle {to}, eikä ohjausta seurata ({path}).',
  'service-private': 'Osoite {host} johtaa sisäverkkoon tai tälle koneelle. Sieltä ei haeta tietoja.',
  'service-too-large': 'Palvelimen {host} vastaus on suurempi kuin {limit} megatavua ({path}).',
  'service-not-json': 'Palvelimen {host} vastaus ei ole kelvollista JSONia ({path}).',
  'service-unknown-form': 'Palvelimen {host} vastaus ei ole odotetun muotoinen ({path}).',
  'service-no-credentials':
    'Palvelulle ei ole annettu käyttäjätunnusta ja salasanaa, tai niitä ei voi enää avata.',
  'service-nothing':
    'Palvelin {host} ei antanut yhtään opiskeluoikeutta. Tarkista, mihin organisaatioon tunnuksilla on oikeus.',
  'service-query-failed': 'Palvelin {host} ei saanut kyselyä valmiiksi. Yritä myöhemmin uudelleen.',
  'service-query-late': 'Palvelimen {host} kysely ei valmistunut {hours} tunnissa.',
} as const
