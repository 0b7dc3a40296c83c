export const fi = {
  'not-found': 'Organisaatiota ei tunneta.',
  'unknown-successor': 'Jatkajaa ei tunneta. Tarkista oid.',
  'own-successor': 'Organisaatio ei voi jatkaa omaa toimintaansa.',
  'successor-twice': 'Sama jatkaja on kahdesti.',
  'successor-cycle': 'Jatkaja johtaa takaisin samaan organisaatioon.',
} as const
