import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-reading.ts'

export const sv: Translation<typeof fi> = {
  edit: 'Redigera planen',
  editPart: 'Redigera: {name}',
  overview: 'Översikt',
  approval: {
    none: 'Som dag för det första godkännandet av planen står {date}, men i den här tjänsten är den ännu inte godkänd.',
    open: 'Planen är inte godkänd än. Dagen då den godkänns blir dagen för det första godkännandet.',
    now: 'Godkänd {date}',
    before: 'Ändrad efter godkännandet',
    version: 'Den godkända versionen är {version}, {date}.',
  },
  firstApproved: 'Godkänd första gången',
  state: 'Status',
  saved: 'Version {version}, sparad {time}, {name}. PUK-nummer {hoksId}.',
}
