export const fi = {
  title: 'Esittelyn kello',
  lead: 'Siirrä järjestelmän päivää, niin näet, miten määräajat ja tarkistukset muuttuvat. Siirto koskee kaikkia tämän esittelyn käyttäjiä. Kirjautumisiin, avaimiin ja varmenteisiin se ei vaikuta.',
  today: 'Järjestelmän päivä',
  realToday: 'Oikea päivä',
  unmoved: 'Kelloa ei ole siirretty.',
  moved: { one: 'Kelloa on siirretty {count} päivä.', other: 'Kelloa on siirretty {count} päivää.' },
  date: 'Uusi päivä',
  move: 'Siirrä kello',
  reset: 'Palauta oikea päivä',
  done: 'Järjestelmän päivä on nyt {date}.',
} as const
