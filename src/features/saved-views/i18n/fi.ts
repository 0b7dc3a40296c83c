export const fi = {
  'not-found': 'Tallennettua näkymää ei löydy.',
  'name-taken': 'Sinulla on jo tämänniminen näkymä. Anna toinen nimi.',
  'too-many': 'Sinulla on jo {most} näkymää. Poista jokin niistä ensin.',
} as const
