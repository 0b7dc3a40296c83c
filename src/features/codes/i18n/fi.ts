export const fi = {
  'not-found': 'Koodistoa ei ole tuotu tähän palveluun.',
} as const
