export const fi = {
  'not-found': 'Luonnosta ei löydy. Se on ehkä poistettu.',
  'version-needed': 'Pyynnöstä puuttuu tieto siitä, minkä luonnoksen näit.',
  'version-conflict':
    'Joku muu on vastannut tähän luonnokseen sen jälkeen, kun avasit sen. Luonnosta ei poistettu. Katso vastaukset ennen kuin poistat sen.',
  nobody: 'Ryhmässä ei ole opiskelijoita, joille voisit tehdä luonnoksen. Valitse toinen ryhmä.',
  'no-plan': 'Suunnitelmaa ei ole: rivi on tallennettu tai opiskelija ei ole luonnoksessa.',
  'column-unknown': 'Taulukossa ei ole tällaista saraketta. Lataa sivu uudelleen.',
  'template-empty': 'Polkupohjassa ei ole yhtään tutkinnon osaa. Lisää osat siihen ja yritä uudelleen.',
  'nothing-ready':
    'Yksikään suunnitelma ei ole vielä valmis tallennettavaksi. Täytä taulukosta puuttuvat kohdat.',
  school: 'Oppilaitos',
} as const
