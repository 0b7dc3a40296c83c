import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const sv: Translation<typeof fi> = {
  label: 'Studerande',
  title: 'Studerande',
  lead: 'De studerande och hur det står till med deras planer.',
  caption: 'Studerande och läget för deras planer',
  name: 'Namn',
  group: 'Grupp',
  qualification: 'Examen eller utbildning',
  state: 'Planens läge',
  changed: 'Ändrad',
  ownPlan: 'Min plan',
  ownPlanMissing: 'Du har ingen plan här ännu.',
  noPlan: 'Ingen plan',
  noRight: 'Ingen studierätt',
  unknownQualification: 'Inte känt',
  errors: { one: '{count} fel', other: '{count} fel' },
  warnings: { one: '{count} anmärkning', other: '{count} anmärkningar' },
  fine: 'I sin ordning',
  more: 'Visa fler',
  shown: { one: '{count} studerande visas', other: '{count} studerande visas' },
  empty: 'Inga studerande ännu',
  emptyText:
    'Studerande kommer hit från studeranderegistret eller från en fil. Om du redan väntar på studerande, fråga administratören om överföringen är i gång.',
}
