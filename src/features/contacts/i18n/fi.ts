export const fi = {
  'not-found': 'Yhteystietoa ei löydy.',
} as const
