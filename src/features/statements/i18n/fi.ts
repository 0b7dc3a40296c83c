export const fi = {
  'changed-since': 'Joku muu on muuttanut selostetta sen jälkeen, kun avasit sen. Avaa se uudelleen.',
  incomplete: 'Selosteesta puuttuu pakollisia tietoja. Täydennä ne ja tallenna ennen julkaisemista.',
  'not-found': 'Koulutuksen järjestäjää ei löydy.',
  'mail-subject': 'Uusi palaute saavutettavuudesta',
  'mail-text':
    'Yhdessä-palveluun on tullut palaute saavutettavuudesta. Siihen on vastattava viimeistään {date}.\n\nPalaute: {address}\n',
} as const
