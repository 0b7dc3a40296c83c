export const fi = {
  'not-found': 'Pyyntöä ei löydy.',
  closed: 'Pyyntöön on jo vastattu, tai se on peruttu.',
  'too-many': 'Sinulla on jo monta avointa pyyntöä. Odota, että niihin vastataan.',
  'no-teacher': 'Sinulle ei ole merkitty vastuuopettajaa. Pyydä tukea ohjaajalta.',
  'no-guidance': 'Täällä ei ole ohjaajaa, joka saisi pyynnön. Pyydä tukea opettajalta.',
} as const
