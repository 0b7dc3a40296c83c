export const fi = {
  'changed-since': 'Joku muu on muuttanut asetuksia sen jälkeen, kun avasit ne. Avaa ne uudelleen.',
  'address-not-url': 'Osoite ei ole kokonainen verkko-osoite.',
  'address-not-https': 'Osoitteen on alettava https://. Vain tämän koneen oma osoite saa alkaa http://.',
  'address-has-credentials':
    'Osoitteessa ei saa olla käyttäjätunnusta eikä salasanaa. Anna ne omissa kentissään.',
  'address-has-query': 'Anna vain palvelun juuriosoite, ilman hakuehtoja (?) ja ankkuria (#).',
  'address-private': 'Osoite johtaa sisäverkkoon tai tälle koneelle. Anna palvelun julkinen osoite.',
  'secret-needed':
    'Palvelin vaihtui: anna salasana uudelleen tai poista se. Vanhaa ei lähetetä uudelle palvelimelle.',
  'secret-without-username': 'Salasana tarvitsee käyttäjätunnuksen.',
  'credentials-not-used': 'Tämä palvelu on avoin: sille ei anneta tunnusta eikä salasanaa.',
  'no-secret-key':
    'Salasanaa ei voi tallentaa, koska palvelulla ei ole avainta sen salaamiseen. Ylläpito asettaa sen ympäristömuuttujaan SECRET_KEY.',
  answers: 'Palvelu vastaa. Vastaus kesti {milliseconds} ms.',
  'answers-as': 'Palvelu vastaa ja tunnukset kelpaavat. Vastaus kesti {milliseconds} ms.',
} as const
