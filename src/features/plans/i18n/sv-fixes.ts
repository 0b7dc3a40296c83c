import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-fixes.ts'

export const sv: Translation<typeof fi> = {
  keys: {
    swapDates: 'Byt plats på datumen',
    mergeInterruptions: 'Slå ihop avbrotten som överlappar',
    renewIdentifier: 'Ge perioden en ny identifikation',
    removePart: 'Ta bort den här delen',
    removeField: 'Ta bort: {field}',
    startOn: 'Flytta början till {value}',
    endOn: 'Flytta slutet till {value}',
    write: 'Rätta till {value}',
    removeUnseen: 'Ta bort osynliga tecken',
    set: 'Sätt {field}: {value}',
    fill: 'Fyll i: {field}',
  },
}
