export const fi = {
  'too-far': 'Päivää ei ole kalenterissa, tai se on yli kymmenen vuoden päässä.',
} as const
