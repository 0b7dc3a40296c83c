export const fi = {
  'not-found': 'Opiskelijaa ei löydy, tai hänen nimensä on jo poistettu.',
  cursor: 'Luettelon kohtaa ei löydy. Avaa luettelo alusta.',
} as const
