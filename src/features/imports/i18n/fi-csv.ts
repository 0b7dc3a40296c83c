/** Why a CSV file, or a row of it, was not taken in. {column} is a heading of the file. */
export const fiCsv = {
  'csv-empty': 'Tiedostossa ei ole yhtään riviä otsikkorivin lisäksi.',
  'csv-encoding':
    'Tiedosto ei ole CSV-tekstiä. Tallenna se CSV-muodossa (UTF-8) eikä taulukkolaskennan omassa muodossa.',
  'csv-columns': 'Rivillä {row} on yli {limit} saraketta.',
  'csv-long-row': 'Rivi {row} on liian pitkä. Puuttuuko siitä lainausmerkki?',
  'csv-breaks-off': 'Tiedosto katkeaa riville {row}. Hae tiedosto uudelleen: mitään ei tuotu.',
  'csv-quotes': 'Rivin {row} lainausmerkit eivät täsmää.',
  'csv-missing-columns': 'Tiedostosta puuttuu sarakkeita: {columns}.',
  'csv-double-columns': 'Sama sarake on kahdesti: {columns}.',
  'csv-unknown-columns':
    'Näiden sarakkeiden otsikkoa ei tunneta: {columns}. Korjaa otsikko tai poista sarake.',
  'csv-swapped-columns':
    'Näissä sarakkeissa on muuta kuin otsikko lupaa: {columns}. Ovatko sarakkeet vaihtaneet paikkaa?',
  'cell-empty': '{column}: tieto puuttuu. Riviä ei tuotu.',
  'cell-long': '{column}: teksti on liian pitkä. Riviä ei tuotu.',
  'cell-control': '{column}: tekstissä on merkki, jota siinä ei voi olla. Riviä ei tuotu.',
  'cell-formula': '{column}: teksti näyttää laskentakaavalta. Riviä ei tuotu.',
  'cell-date': '{column}: tällaista päivää ei ole kalenterissa. Riviä ei tuotu.',
  'cell-date-form':
    '{column}: päivämäärän muoto on väärä. Kirjoita se näin: 15.8.2010 tai 2010-08-15. Riviä ei tuotu.',
  'cell-birth-date': '{column}: syntymäaika ei voi olla oikea. Riviä ei tuotu.',
  'cell-email': '{column}: tämä ei ole sähköpostiosoite. Riviä ei tuotu.',
  'cell-phone': '{column}: tämä ei ole puhelinnumero. Riviä ei tuotu.',
  'cell-postal-code': '{column}: tämä ei ole postinumero. Riviä ei tuotu.',
  'cell-name': '{column}: tämä ei ole nimi. Riviä ei tuotu.',
  'cell-language': '{column}: kieltä ei tunneta. Kirjoita fi, sv tai en. Rivi tuotiin, mutta kieli jäi pois.',
  'cell-yes-no': '{column}: kirjoita k tai e. Riviä ei tuotu.',
  'cell-learner-number':
    '{column}: oppijanumero on virheellinen (muoto tai tarkistusnumero). Riviä ei tuotu.',
  'cell-role':
    '{column}: roolia ei tunneta. Roolit ovat opettaja, ohjaus- ja tukihenkilö, työelämäkoordinaattori, laatupäällikkö ja pääkäyttäjä. Riviä ei tuotu.',
  'row-cells': 'Rivillä {row} on {cells} solua, mutta otsikkorivillä {columns}. Riviä ei tuotu.',
  'vanishing-refused': 'Kaikkia rivejä ei tuotu, joten ketään ei tällä kertaa merkitty poistuneeksi.',
  'vanishing-many':
    'Tiedostosta puuttuu {count} opiskelijaa, enemmän kuin puolet. Ketään ei merkitty poistuneeksi: tarkista, onko tiedosto koko rekisteri.',
  'row-twice': '{column}: sama numero on tiedostossa jo aiemmin. Tätä riviä ei tuotu.',
  'unknown-teacher': '{column}: henkilöstössä ei ole tätä numeroa. Tuo henkilöstö ensin. Riviä ei tuotu.',
  'role-without-subject':
    '{column}: kirjautumistunnus puuttuu, joten roolia ei voitu antaa. Muu rivi tuotiin.',
  'guardian-custody':
    '{column}: huoltajuutta ei ole kerrottu, joten tämän huoltajan tietoja ei muutettu. Muu rivi tuotiin.',
  'guardian-unknown': '{column}: huoltajan nimeä ei tiedetä. Muu rivi tuotiin.',
  'guardian-birth-date':
    '{column}: opiskelijan syntymäaikaa ei tiedetä, joten huoltajalle ei kerrota mitään. Rivi tuotiin.',
} as const
