export const fi = {
  'too-many':
    'Järjestelmällä {source} on jo {count} voimassa olevaa API-avainta. Poista niistä toinen käytöstä ennen uuden tekemistä.',
} as const
