export const fi = {
  'not-found': 'Tutkinnon perusteita ei löydy.',
  'unit-not-found': 'Näissä tutkinnon perusteissa ei ole tällaista tutkinnon osaa.',
  'method-needed': 'Tutkinnon voi suorittaa usealla tavalla. Kerro suoritustapa.',
  'no-such-method': 'Näissä tutkinnon perusteissa ei ole tätä suoritustapaa.',
} as const
