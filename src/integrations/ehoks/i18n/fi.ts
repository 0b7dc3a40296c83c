export const fi = {
  'route-gone': 'Tämä osoite on päättynyt. Lähetä koko HOKS.',
  'other-id': 'Sisällön id ({sent}) ei ole sama kuin osoitteen ({path}).',
} as const
