/** Why records of code sets, organisations and study rights were not taken. */
export const fiReference = {
  'code-cycle': 'Koodin {code} yläkoodit kiertävät kehää: {codes}. Koodia ei otettu.',
  'not-organisations': 'Tiedosto ei ole Organisaatiopalvelun hierarkia eikä organisaation nimiluettelo.',
  'no-organisations': 'Tiedostossa ei ole yhtään organisaatiota, jonka voisi ottaa.',
  'no-oid': 'Organisaatiolla ei ole kelvollista oidia.',
  'same-oid': 'Organisaatio {oid} on tiedostossa kahdesti. Jälkimmäistä ei otettu.',
  'no-parent': 'Organisaation {oid} yläorganisaatiota {parent} ei ole. Organisaatiota ei otettu.',
  'parent-cycle': 'Organisaation {oid} yläorganisaatiot kiertävät kehää: {oids}. Organisaatiota ei otettu.',
  'no-dated-name': 'Nimeltä puuttuu alkupäivä tai se ei ole nimi millään kielellä.',
  'names-of-nobody': 'Nimiluettelosta ei selviä, minkä organisaation nimet ovat.',
  'no-organisation': 'Organisaatiota {oid} ei ole tuotu, joten sen nimiä ei otettu.',
  'not-koski-record': 'Tietue ei ole Kosken oppijan tietoja.',
} as const
