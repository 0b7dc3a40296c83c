/** What the page of a plan says of the plan as a whole. */
export const fi = {
  edit: 'Muokkaa suunnitelmaa',
  editPart: 'Muokkaa: {name}',
  overview: 'Yleiskuva',
  approval: {
    none: 'Suunnitelman ensimmäiseksi hyväksymispäiväksi on merkitty {date}, mutta tässä palvelussa sitä ei ole vielä hyväksytty.',
    open: 'Suunnitelmaa ei ole vielä hyväksytty. Ensimmäiseksi hyväksymispäiväksi tulee hyväksymisen päivä.',
    now: 'Hyväksytty {date}',
    before: 'Muutettu hyväksymisen jälkeen',
    version: 'Hyväksytty versio on {version}, {date}.',
  },
  firstApproved: 'Hyväksytty ensimmäisen kerran',
  state: 'Tila',
  saved: 'Versio {version}, tallennettu {time}, {name}. HOKS-numero {hoksId}.',
} as const
