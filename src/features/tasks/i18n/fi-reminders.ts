export const fi = {
  title: 'Muistutukset',
  administration: 'Milloin asia nousee kenenkin omalle listalle ja missä ajassa opiskelija saa vastauksen.',
  lead: 'Nämä päivät ratkaisevat, milloin asia nousee omalle listalle. Muutos näkyy listoilla heti.',
  back: 'Hallinta',
  fields: {
    planMissingDays: {
      label: 'Suunnitelma puuttuu, päiviä opintojen alusta',
      hint: 'Kun opinnot ovat kestäneet näin kauan ilman suunnitelmaa, asia nousee vastuuopettajan sekä ohjauksen ja erityisen tuen listalle. 0–365.',
    },
    periodEndsDays: {
      label: 'Työpaikkajakso päättyy, päiviä ennen loppua',
      hint: 'Jos jaksoa ei ole lähetetty tai tietoja puuttuu, asia nousee vastuuopettajan, ohjauksen ja erityisen tuen sekä työelämäkoordinaattorien listalle, jotta työpaikkaohjaaja saa kyselyn. 1–90.',
    },
    proposalDays: {
      label: 'Opiskelijan ehdotukseen vastataan, päivää',
      hint: 'Opiskelija näkee päivän, johon mennessä hän saa vastauksen. Ehdotus on vastuuopettajan listalla. 1–90.',
    },
    helpDays: {
      label: 'Tukipyyntöön vastataan, päivää',
      hint: 'Opiskelija näkee päivän, johon mennessä hän saa vastauksen. Pyyntö on sen listalla, jolta tukea pyydettiin. 1–30.',
    },
  },
  problem: 'Anna kokonaisluku väliltä {least}–{most}.',
  save: 'Tallenna muistutukset',
  saved: 'Muistutukset on tallennettu.',
  reload: 'Hae nykyiset muistutukset',
} as const
