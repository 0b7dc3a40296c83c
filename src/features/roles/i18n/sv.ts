import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'last-administrator':
    'Det här är utbildningsanordnarens sista administratör. Ge först rollen till någon annan.',
  'own-administrator': 'Du håller på att ta bort din egen roll som administratör. Bekräfta att du vill det.',
  'changed-since': 'Någon annan har ändrat gruppernas roller efter att du öppnade dem. Öppna dem på nytt.',
  'group-twice': 'Samma grupp finns två gånger i listan. Slå ihop raderna.',
  cursor: 'Platsen i listan är okänd. Öppna listan från början.',
}
