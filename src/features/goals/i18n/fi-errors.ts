export const fi = {
  'not-found': 'Tavoitetta ei löydy.',
  'version-conflict': 'Tavoite on muuttunut toisessa ikkunassa. Katso uusin ja yritä uudelleen.',
  'too-many': 'Sinulla on jo {most} tavoitetta. Poista ensin vanhoja.',
} as const
