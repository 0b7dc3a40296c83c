import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-selecting.ts'

export const sv: Translation<typeof fi> = {
  title: 'Studerande för en gemensam ändring',
  lead: {
    one: 'Välj i listan. Valen finns kvar när du ändrar begränsningen. Högst {count} plan.',
    other: 'Välj i listan. Valen finns kvar när du ändrar begränsningen. Högst {count} planer.',
  },
  all: 'Välj alla studerande i listan',
  none: 'Ta bort valen',
  chosen: { one: '{count} plan vald', other: '{count} planer valda' },
  full: {
    one: 'Alla rymdes inte: högst {count} plan kan väljas.',
    other: 'Alla rymdes inte: högst {count} planer kan väljas.',
  },
  go: 'Gör en gemensam ändring',
}
