export const fi = {
  'migrations-missing': 'Tietokannan päivitys on kesken. Yritä hetken kuluttua uudelleen.',
} as const
