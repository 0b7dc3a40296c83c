export const fi = {
  'not-found': 'Ryhmää ei löydy.',
  ended: 'Ryhmä on päättynyt, eikä sitä voi luovuttaa.',
  'changed-since': 'Joku muu on muuttanut ryhmää sen jälkeen, kun avasit sivun. Avaa se uudelleen.',
  'teacher-unknown': 'Opettajaa ei löydy henkilöstöstä.',
  twice: 'Sama ryhmä on taulukossa kahdesti.',
  'same-target': 'Kaksi ryhmää ei voi jatkaa samalla tunnuksella.',
  taken: 'Tunnus on jo toisella ryhmällä, joka jatkaa entisellään.',
} as const
