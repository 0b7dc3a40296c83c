import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-fixes.ts'

export const en: Translation<typeof fi> = {
  keys: {
    swapDates: 'Swap the dates',
    mergeInterruptions: 'Join the overlapping interruptions',
    renewIdentifier: 'Give the period a new identifier',
    removePart: 'Remove this part',
    removeField: 'Remove: {field}',
    startOn: 'Move the start to {value}',
    endOn: 'Move the end to {value}',
    write: 'Correct to {value}',
    removeUnseen: 'Take out the invisible characters',
    set: 'Set {field}: {value}',
    fill: 'Fill in: {field}',
  },
}
