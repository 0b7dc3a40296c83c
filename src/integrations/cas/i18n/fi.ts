export const fi = {
  credentials: 'Käyttäjätunnus tai salasana on väärä, tai API-avain on poistettu käytöstä.',
  'ticket-unknown': 'Lippua (TGT) ei ole, tai se on vanhentunut.',
} as const
