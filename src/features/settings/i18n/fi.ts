export const fi = {
  'changed-since': 'Joku muu on muuttanut asetuksia sen jälkeen, kun avasit ne. Avaa ne uudelleen.',
} as const
