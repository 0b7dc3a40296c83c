export const fi = {
  'not-found': 'Kommenttia ei löydy.',
  'about-unknown': 'Tätä osaa ei ole enää suunnitelmassa. Lataa sivu uudelleen.',
  'readers-changed': 'Lukijat ovat muuttuneet. Katso uudet nimet ja lähetä sitten.',
  'no-teacher': 'Opiskelijalla ei ole vastuuopettajaa, joka kirjautuu tänne.',
  'no-guidance': 'Täällä ei ole ohjaajaa, joka voisi lukea kommentin.',
  'guardian-of-age': 'Opiskelija on täysi-ikäinen. Huoltajalla ei ole oikeutta lukea.',
  'guardian-no-custody': 'Huoltajuudesta ei ole tietoa. Huoltajalla ei ole oikeutta lukea.',
  'guardian-none': 'Opiskelijalla ei ole huoltajaa tiedoissa.',
  'guardian-protected': 'Opiskelijalla on turvakielto. Kommentteja ei näytetä huoltajille.',
} as const
