/** What is said when something cannot be done with a plan. The keys are the error codes. */
export const fi = {
  exists: 'Opiskeluoikeudella on jo suunnitelma. Muuta sitä, älä luo uutta.',
  'not-found': 'Suunnitelmaa ei löydy.',
  'version-not-found': 'Tätä versiota ei ole.',
  'conflict-not-found': 'Ristiriitaa ei löydy, tai se on jo kuitattu.',
  'study-right-unknown': 'Opiskeluoikeutta {studyRight} ei tunneta. Tuo se ensin opiskelijarekisteristä.',
  'student-unknown': 'Oppijaa {student} ei tunneta. Tuo opiskelija ensin opiskelijarekisteristä.',
  'other-student': 'Opiskeluoikeus {studyRight} ei ole oppijan {student}.',
  'other-study-right': 'Suunnitelman opiskeluoikeutta ei voi vaihtaa ({from} → {to}).',
  'study-right-included':
    'Opiskeluoikeus {studyRight} sisältyy toiseen opiskeluoikeuteen. Suunnitelma tehdään sille.',
  'version-conflict': 'Joku muu on tallentanut suunnitelman sillä välin. Se on nyt versiossa {version}.',
  'version-needed': 'Kerro otsakkeessa If-Match, mitä versiota muutit.',
  'version-unreadable': 'Otsakkeen If-Match versio ei ole oikeaa muotoa. Oikea muoto on "v3".',
  'contact-unknown': 'Suunnitelma viittaa yhteystietoon {contact}, jota ei ole.',
  'text-too-long': 'Teksti on liian pitkä: enintään {limit} merkkiä, nyt {count}. Lyhennä sitä.',
  shape: 'Suunnitelman sisältö ei ole oikeaa muotoa.',
  refused: 'Suunnitelmassa on virheitä. Korjaa ne ja lähetä uudelleen.',
  protected: 'Opiskelijalla on turvakielto. Katso tiedot ensin ja kerro, miksi tarvitset niitä.',
} as const
