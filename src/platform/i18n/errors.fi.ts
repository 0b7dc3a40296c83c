/** What the platform's own error codes say. The keys are the codes. */
export const errorsFi = {
  access: {
    forbidden: 'Sinulla ei ole oikeutta tähän.',
    'sign-in-needed': 'Kirjaudu ensin sisään.',
    csrf: 'Pyyntö ei tullut tämän palvelun sivulta. Lataa sivu uudelleen ja yritä sitten uudestaan.',
    'key-invalid': 'API-avain on väärä tai poistettu käytöstä.',
    'ticket-invalid': 'Palvelulippu (ticket) on väärä, vanhentunut tai sen avain on poistettu käytöstä.',
    'ticket-missing': 'Otsake ticket puuttuu.',
    'caller-id-missing':
      'Tunnistautuminen puuttuu: lähetä API-avain otsakkeessa authorization (Bearer) tai lippu otsakkeissa ticket ja caller-id.',
    'identity-away': 'Kirjautumispalvelu ei juuri nyt vastaa. Yritä hetken kuluttua uudelleen.',
    'sign-in-refused': 'Kirjautumispalvelu ei hyväksynyt kirjautumista.',
    'sign-in-broken': 'Kirjautuminen jäi kesken tai vanheni. Aloita se alusta.',
  },
  request: {
    malformed: 'Pyyntöä ei voitu lukea.',
    'not-found': 'Etsittyä ei löydy.',
    method: 'Tämä osoite ei tunne pyynnön menetelmää.',
    'too-large': 'Pyyntö on liian suuri.',
    'media-type': 'Pyynnön sisältötyyppiä ei tunneta. Lähetä sisältö muodossa application/json.',
    encoding: 'Pyynnön sisältö on pakattu ({encoding}). Lähetä se pakkaamattomana.',
    'too-many': 'Pyyntöjä tuli liian monta lyhyessä ajassa. Odota hetki ja yritä uudelleen.',
    'body-missing': 'Pyynnöstä puuttuu sisältö.',
    params: 'Osoitteen tunnus ei ole oikeaa muotoa.',
    query: 'Osoitteen hakuehto ei ole oikeaa muotoa.',
    body: 'Sisältö ei vastaa rajapinnan kuvausta.',
    syntax: 'Sisältö ei ole JSONia: virhe on rivillä {line}, sarakkeessa {column}.',
    'invalid-utf8': 'Sisältö ei ole UTF-8-merkistöä: virhe on rivillä {line}, sarakkeessa {column}.',
    'duplicate-key': 'Sama avain on kahdesti: toinen niistä on rivillä {line}, sarakkeessa {column}.',
    'too-deep': 'Sisäkkäisiä tasoja on liikaa: raja ylittyy rivillä {line}, sarakkeessa {column}.',
    'lone-surrogate': 'Tekstissä on vajaa merkki rivillä {line}, sarakkeessa {column}.',
    'nul-character': 'Tekstissä on kielletty merkki (\\u0000) rivillä {line}, sarakkeessa {column}.',
  },
  files: {
    'bytes-missing': 'Tiedostoa ei enää ole.',
    'not-found': 'Tiedostoa ei löydy.',
    'too-large': 'Tiedosto on liian suuri. Suurin koko on 20 megatavua.',
    empty: 'Tiedosto on tyhjä.',
    'photo-format':
      'Kuva on muodossa, jota ei voi tallentaa (HEIC tai AVIF). Tallenna se puhelimessa JPEG-kuvaksi ja lisää se uudelleen.',
    macros: 'Asiakirjassa on ohjelmia (makroja). Tallenna se ilman niitä, esimerkiksi PDF-tiedostoksi.',
    'unknown-type':
      'Tämänlaista tiedostoa ei voi lisätä. Lisää PDF, kuva (JPEG, PNG tai WebP), docx tai txt.',
    'type-lies':
      'Tiedoston sisältö ei ole sitä, mitä sen nimi sanoo. Tarkista, että valitsit oikean tiedoston.',
    'picture-broken': 'Kuva on rikki tai jäänyt vajaaksi. Lisää se uudelleen.',
  },
  platform: {
    busy: 'Palvelu on ruuhkautunut. Yritä hetken kuluttua uudelleen.',
    'database-away': 'Tietokantaan ei saada yhteyttä. Yritä hetken kuluttua uudelleen.',
    unexpected: 'Palvelussa tapahtui odottamaton virhe. Siitä on jäänyt merkintä ylläpidolle.',
  },
} as const
