import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-states.ts'

export const en: Translation<typeof fi> = {
  lasna: 'present',
  loma: 'on leave',
  valiaikaisestikeskeytynyt: 'temporarily interrupted',
  keskeytynyt: 'interrupted',
  valmistunut: 'graduated',
  eronnut: 'resigned',
  katsotaaneronneeksi: 'deemed to have resigned',
  hyvaksytystisuoritettu: 'completed with approval',
  paattynyt: 'ended',
  peruutettu: 'cancelled',
  mitatoity: 'annulled',
}
