export const fi = {
  'not-found': 'Luonnosta ei löydy. Se on ehkä poistettu.',
  nobody: 'Ryhmässä ei ole opiskelijoita, joille voisit tehdä luonnoksen. Valitse toinen ryhmä.',
  'template-empty': 'Polkupohjassa ei ole yhtään tutkinnon osaa. Lisää osat siihen ja yritä uudelleen.',
  'nothing-ready':
    'Yksikään suunnitelma ei ole vielä valmis tallennettavaksi. Täytä taulukosta puuttuvat kohdat.',
  school: 'Oppilaitos',
} as const
