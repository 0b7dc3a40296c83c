/**
 * What waits, by kind: `text` (or a text of its own for each reason), the word of its button, and its name in counts.
 * They are said to the one who is to do something.
 */
export const fi = {
  kinds: {
    proposal: {
      name: 'Opiskelijan ehdotus',
      text: 'Opiskelija ehdottaa muutosta suunnitelmaan.',
      action: 'Vastaa ehdotukseen',
    },
    'proposal-answered': {
      name: 'Vastaus ehdotukseesi',
      text: 'Ehdotukseesi on vastattu.',
      action: 'Lue vastaus',
    },
    help: {
      name: 'Pyyntö saada tukea',
      text: 'Opiskelija pyytää tukea.',
      action: 'Vastaa pyyntöön',
    },
    'help-answered': {
      name: 'Vastaus tukipyyntöösi',
      text: 'Tukipyyntöösi on vastattu.',
      action: 'Lue vastaus',
    },
    comment: {
      name: 'Uusi kommentti',
      text: 'Sinulle on uusi kommentti.',
      action: 'Lue kommentti',
    },
    approval: {
      name: 'Hyväksyntä',
      text: 'Suunnitelman osa odottaa hyväksyntääsi.',
      path: 'Opintojen polku odottaa hyväksyntääsi.',
      support: 'Oppimisen tuki odottaa hyväksyntääsi.',
      period: 'Työpaikkajakso odottaa hyväksyntääsi.',
      action: 'Lue ja vastaa',
      declined: 'Suunnitelman osaa ei ole hyväksytty. Katso syy.',
      waiting: 'Suunnitelman osa on odottanut hyväksyntää yli kaksi viikkoa.',
      'declined-told': '{part}: {party} ei ole hyväksynyt. Katso syy.',
      'waiting-told': '{part}: {party} ei ole vastannut yli kahteen viikkoon.',
      look: 'Katso hyväksynnät',
    },
    invitation: {
      name: 'Kutsuttu odottaa vahvistusta',
      text: 'Kutsuttu on kirjautunut. Varmista, kuka hän on.',
      action: 'Tarkista kutsuttu',
    },
    recognition: {
      name: 'Osaamisen tunnustaminen',
      text: 'Aiemmin hankitun osaamisen tunnustaminen odottaa käsittelyä.',
      action: 'Käsittele osaaminen',
    },
    'recognition-decided': {
      name: 'Päätös osaamisestasi',
      text: 'Aiemmasta osaamisestasi on tehty päätös.',
      action: 'Lue päätös',
    },
    findings: {
      name: 'Korjattavaa suunnitelmassa',
      errors: {
        one: 'Suunnitelmassa on {count} virhe.',
        other: 'Suunnitelmassa on {count} virhettä.',
      },
      warnings: {
        one: 'Suunnitelmassa on {count} tarkistettava kohta.',
        other: 'Suunnitelmassa on {count} tarkistettavaa kohtaa.',
      },
      action: 'Korjaa suunnitelma',
    },
    refusal: {
      name: 'Lähetys kansalliseen palveluun',
      refused: 'Kansallinen palvelu ei ottanut suunnitelmaa vastaan.',
      differs: 'Suunnitelma on muuttunut kansallisessa palvelussa. Päätä, lähetetäänkö tämä sen tilalle.',
      removal: 'Suunnitelma on poistettava kansallisesta palvelusta.',
      action: 'Katso lähetys',
    },
    sign: {
      name: 'Varhainen merkki',
      text: 'Opinnoissa näkyy varhainen merkki siitä, että tukea voidaan tarvita.',
      'no-progress': 'Varhainen merkki: opinnot eivät ole edenneet.',
      'empty-weeks': 'Varhainen merkki: tulossa on tyhjiä viikkoja.',
      workplace: 'Varhainen merkki: työpaikkajakso vaatii huomiota.',
      action: 'Katso merkki',
    },
    measure: {
      name: 'Sovittu toimi',
      text: 'Olet sovitun toimen vastuuhenkilö. Kerro, miten kävi.',
      action: 'Avaa sovittu toimi',
    },
    'period-ending': {
      name: 'Työpaikkajakso päättyy',
      unsent:
        'Työpaikkajakson viimeinen päivä on {ends}. Suunnitelmaa ei ole vielä lähetetty, joten työpaikkaohjaajan kysely voi jäädä saamatta.',
      instructor:
        'Työpaikkajakson viimeinen päivä on {ends}. Ohjaajan yhteystieto puuttuu, joten hän ei saa kyselyä.',
      workplace:
        'Työpaikkajakson viimeinen päivä on {ends}. Työpaikan nimi tai Y-tunnus puuttuu, joten ohjaaja ei saa kyselyä.',
      'part-time':
        'Työpaikkajakson viimeinen päivä on {ends}. Osa-aikaisuus puuttuu, joten ohjaaja ei saa kyselyä.',
      several:
        'Työpaikkajakson viimeinen päivä on {ends}. Tietoja puuttuu monta, joten ohjaaja ei saa kyselyä.',
      action: 'Täydennä jakso',
      approve: 'Hyväksy suunnitelma',
      read: 'Avaa suunnitelma',
    },
    'plan-missing': {
      name: 'Suunnitelma puuttuu',
      text: 'Opinnot alkoivat {starts}, eikä suunnitelmaa ole.',
      action: 'Laadi suunnitelma',
    },
    conflict: {
      name: 'Ristiriita suunnitelmassa',
      text: {
        one: 'Rekisteri ja kollega muuttivat {count} kohtaa eri tavoin. Päätä, kumpi jää.',
        other: 'Rekisteri ja kollega muuttivat {count} kohtaa eri tavoin. Päätä, mitkä jäävät.',
      },
      action: 'Ratkaise ristiriita',
    },
  },
  digest: {
    subject: { one: 'Oma lista: {count} asia odottaa', other: 'Oma lista: {count} asiaa odottaa' },
    lead: { one: 'Sinua odottaa {count} asia.', other: 'Sinua odottaa {count} asiaa.' },
    kind: '- {name}: {count}',
    first: 'Kiireellisimmät:',
    by: '- viimeistään {date}: {name}',
    since: '- {date} alkaen: {name}',
    link: 'Avaa lista: {address}',
    end: 'Viestissä ei ole henkilötietoja. Listan lopussa valitset, milloin tämä viesti tulee.',
  },
}
