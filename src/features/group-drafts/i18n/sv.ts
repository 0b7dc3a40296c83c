import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Utkastet hittas inte. Det har kanske tagits bort.',
  'version-needed': 'Begäran saknar uppgift om vilket utkast du såg.',
  'version-conflict':
    'Någon annan har svarat i utkastet efter att du öppnade det. Utkastet togs inte bort. Se svaren innan du tar bort det.',
  nobody: 'I gruppen finns inga studerande som du kan göra ett utkast för. Välj en annan grupp.',
  'no-plan': 'Det finns ingen plan: raden har sparats eller så är den studerande inte med i utkastet.',
  'column-unknown': 'Tabellen har ingen sådan kolumn. Ladda om sidan.',
  'template-empty': 'Stigmallen innehåller inga examensdelar. Lägg till delar i den och försök igen.',
  'nothing-ready': 'Ingen plan är ännu klar att sparas. Fyll i det som saknas i tabellen.',
  school: 'Läroanstalten',
}
