export const fi = {
  cursor: 'Luettelon kohtaa ei löydy. Avaa luettelo alusta.',
} as const
