export const fi = {
  'last-administrator':
    'Tämä on koulutuksen järjestäjän viimeinen pääkäyttäjä. Anna rooli ensin jollekulle toiselle.',
  'own-administrator': 'Olet poistamassa pääkäyttäjän roolia itseltäsi. Vahvista, että todella haluat sitä.',
  'changed-since': 'Joku muu on muuttanut ryhmien rooleja sen jälkeen, kun avasit ne. Avaa ne uudelleen.',
  'group-twice': 'Sama ryhmä on luettelossa kahdesti. Yhdistä rivit.',
  cursor: 'Luettelon paikkaa ei tunneta. Avaa luettelo alusta.',
} as const
