import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-states.ts'

export const sv: Translation<typeof fi> = {
  lasna: 'närvarande',
  loma: 'ledig',
  valiaikaisestikeskeytynyt: 'tillfälligt avbruten',
  keskeytynyt: 'avbruten',
  valmistunut: 'utexaminerad',
  eronnut: 'avgått',
  katsotaaneronneeksi: 'anses ha avgått',
  hyvaksytystisuoritettu: 'godkänd',
  paattynyt: 'avslutad',
  peruutettu: 'återtagen',
  mitatoity: 'ogiltigförklarad',
}
