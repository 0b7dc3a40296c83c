/** States of a study right by Koski's code; another code is shown as it is. */
export const fi = {
  lasna: 'läsnä',
  loma: 'loma',
  valiaikaisestikeskeytynyt: 'väliaikaisesti keskeytynyt',
  keskeytynyt: 'keskeytynyt',
  valmistunut: 'valmistunut',
  eronnut: 'eronnut',
  katsotaaneronneeksi: 'katsotaan eronneeksi',
  hyvaksytystisuoritettu: 'hyväksytysti suoritettu',
  paattynyt: 'päättynyt',
  peruutettu: 'peruutettu',
  mitatoity: 'mitätöity',
} as const
