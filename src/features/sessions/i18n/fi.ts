export const fi = {
  'unknown-person': 'Sinulla ei ole vielä käyttäjätiliä täällä. Pyydä sitä oppilaitoksesi pääkäyttäjältä.',
  'no-provider':
    'Sinulla ei ole vielä roolia missään oppilaitoksessa. Pyydä sitä oppilaitoksesi pääkäyttäjältä. Jos olit täällä huoltajana: huoltajan osuus päättyy itsestään, kun opiskelija täyttää 18 vuotta.',
  'not-your-provider': 'Sinulla ei ole roolia tällä koulutuksen järjestäjällä.',
  'start-again': 'Palaa kirjautumiseen',
} as const
