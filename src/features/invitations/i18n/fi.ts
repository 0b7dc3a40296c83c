/** What the page behind a link, its mail and refusals say. Nothing here names the student or the one invited. */
export const fi = {
  unknown: 'Tarkista, että linkki on kokonainen. Jos se ei silti avaudu, pyydä oppilaitokselta uusi linkki.',
  'unknown-title': 'Tämä linkki ei ole voimassa',
  expired: 'Kutsun aika on päättynyt. Pyydä oppilaitokselta uusi linkki.',
  revoked: 'Oppilaitos on perunut tämän kutsun. Kysy oppilaitokselta, jos se on erehdys.',
  refused:
    'Oppilaitos ei voinut vahvistaa, että kutsu oli tarkoitettu sinulle. Kysy oppilaitokselta, jos se on erehdys.',
  used: 'Joku muu on jo käyttänyt tämän kutsun. Pyydä oppilaitokselta uusi linkki.',
  'not-you': 'Tämä kutsu on tarkoitettu jollekin toiselle. Mitään ei muutettu, ja kutsu on yhä voimassa.',
  'both-sides':
    'Sama tunnus ei voi olla sekä opiskelijan että hänen huoltajansa. Kysy neuvoa oppilaitoksesta.',
  yourself: 'Kutsulla on kirjauduttu omalla tunnuksellasi. Et voi vahvistaa itseäsi: työtoverisi tekee sen.',
  'nobody-signs-in': 'Kukaan ei enää kirjaudu näin. Lataa sivu uudelleen.',
  'place-taken':
    'Joku muu kirjautuu jo hänenä. Jos se on väärä ihminen, merkitse se ensin opiskelijan sivulla.',
  'other-student': 'Olet täällä jo toisena opiskelijana. Kysy neuvoa oppilaitoksesta. Mitään ei muutettu.',
  'guardian-ended':
    'Huoltajan osuus on päättynyt: opiskelija on täysi-ikäinen, tai huoltajuutta ei ole oppilaitoksen rekisterissä.',
  protected: 'Opiskelijalla on turvakielto. Avaa hänen tietonsa ensin perustellen, ja tee tämä vasta sitten.',
  'no-mail': 'Tämä palvelu ei lähetä sähköpostia. Anna kutsu linkkinä.',
  'no-address': 'Rekisterissä ei ole sähköpostiosoitetta. Anna kutsu linkkinä.',
  'somebody-waits': 'Joku on jo kirjautunut tällä kutsulla. Vahvista tai hylkää hänet ensin.',
  changed: 'Kutsun tila on muuttunut sen jälkeen, kun avasit sivun. Lataa sivu uudelleen.',
  'page-title': '{provider} kutsuu sinut',
  'page-lead': 'Yhdessä on palvelu, jossa opinnot suunnitellaan yhdessä. Kirjaudu, niin pääset mukaan.',
  'page-proof':
    'Linkki ei vielä kerro, kuka olet. Siksi kirjaudut, ja tarkistamme, että kutsu on tarkoitettu sinulle. Jos emme voi tarkistaa sitä itse, oppilaitos tekee sen.',
  'page-sign-in': 'Kirjaudu',
  'page-until': 'Kutsu on voimassa {until} asti.',
  'page-demo': 'Kokeile esittelyssä',
  'page-demo-lead': 'Valitse, kenenä kirjaudut. Nämä ihmiset on keksitty, eikä heillä ole vielä tunnusta.',
  'page-front': 'Siirry etusivulle',
  'page-waiting':
    'Kiitos, olet kirjautunut. Oppilaitos tarkistaa vielä, että kutsu on tarkoitettu sinulle. Sen jälkeen pääset mukaan kirjautumalla etusivulta.',
  'page-accepted': 'Tämä kutsu on jo käytetty. Jos se oli sinun, kirjaudu etusivulta.',
  'page-expired': 'Kutsun aika on päättynyt. Pyydä oppilaitokselta uusi linkki.',
  'page-revoked': 'Oppilaitos on perunut tämän kutsun. Kysy oppilaitokselta, jos se on erehdys.',
  'page-refused':
    'Oppilaitos ei voinut vahvistaa, että kutsu oli tarkoitettu sinulle. Kysy oppilaitokselta, jos se on erehdys.',
  'mail-subject': '{provider}: kutsu Yhdessä-palveluun',
  'mail-student':
    'Hei!\n\n{provider} kutsuu sinut Yhdessä-palveluun. Siellä näet oman opintopolkusi ja voit vaikuttaa siihen.\n\nAvaa linkki ja kirjaudu:\n{address}\n\nLinkki on voimassa {until} asti. Se ei yksin riitä: tarkistamme kirjautumisesta, että kutsu on sinun.\n\nJos et odottanut kutsua, älä avaa linkkiä.\n',
  'mail-guardian':
    'Hei!\n\n{provider} kutsuu sinut huoltajana Yhdessä-palveluun. Siellä voit olla mukana, kun opintoja suunnitellaan.\n\nAvaa linkki ja kirjaudu:\n{address}\n\nLinkki on voimassa {until} asti. Se ei yksin riitä: tarkistamme kirjautumisesta, että kutsu on sinun.\n\nJos et odottanut kutsua, älä avaa linkkiä.\n',
} as const
