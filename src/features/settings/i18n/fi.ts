export const fi = {
  'changed-since': 'Joku muu on muuttanut asetuksia sen jälkeen, kun avasit ne. Avaa ne uudelleen.',
  'rule-ends-early': 'Säännön loppupäivä on ennen alkupäivää.',
  'rules-overlap':
    'Samasta osasta ja osapuolesta on kaksi sääntöä, jotka ovat voimassa samaan aikaan. Lopeta toinen ennen kuin seuraava alkaa.',
} as const
