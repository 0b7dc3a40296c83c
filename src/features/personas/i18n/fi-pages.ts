export const fi = {
  title: 'Yhdessä – yhteinen työpöytä ammatilliseen koulutukseen',
  lead: 'Täällä opettaja, ohjaaja ja työelämäkoordinaattori näkevät opiskelijan henkilökohtaisen osaamisen kehittämissuunnitelman (HOKS), sen puutteet ja sen muutokset yhdessä paikassa.',
  invented:
    'Tämä on esittely: kaikki alla olevat henkilöt ovat keksittyjä, ja sisään pääset valitsemalla heistä jonkun.',
  choose: 'Valitse, kenenä kirjaudut',
  signIn: 'Kirjaudu sisään',
  continue: 'Jatka',
  language: 'Käyttökieli: {language}',
  languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' },
} as const
