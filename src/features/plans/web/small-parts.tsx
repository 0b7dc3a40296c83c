import { formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { CodeName } from './code-name.tsx'
import { Fields } from './fields.tsx'
import { prose } from './lists.tsx'
import type { LearningSupport, PreparatoryPart, StudySkillsStudies } from './stored.ts'
import { texts } from './texts.ts'
import { UnitCard } from './unit-card.tsx'

interface PartProps<P> {
  readonly part: P
  readonly pointer: string
}

export function PreparatoryCard({ part, pointer }: PartProps<PreparatoryPart>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <UnitCard code={part.partCode} pointer={pointer}>
      <Fields
        dense
        pointer={pointer}
        rows={[
          { name: 'partCode', keys: ['partCode', 'partCodeVersion'], value: undefined },
          { name: 'time', keys: ['start', 'end'], value: formatDateRange(part.start, part.end, language) },
          { name: 'weeks', keys: ['weeks'], value: t('weeks', { count: part.weeks }) },
        ]}
      />
    </UnitCard>
  )
}

export function SupportCard({ part, pointer }: PartProps<LearningSupport>) {
  const { language } = useLanguage()
  const time = part.start === undefined ? undefined : formatDateRange(part.start, part.end, language)
  return (
    <UnitCard code={part.typeCode} pointer={pointer}>
      <Fields
        dense
        pointer={pointer}
        rows={[
          { name: 'typeCode', keys: ['typeCode'], value: undefined },
          { name: 'time', keys: ['start', 'end'], value: time },
          {
            name: 'unitGroupCode',
            keys: ['unitGroupCode'],
            value: part.unitGroupCode === undefined ? undefined : <CodeName code={part.unitGroupCode} />,
          },
        ]}
      />
    </UnitCard>
  )
}

export function StudySkillsCard({ part, pointer }: PartProps<StudySkillsStudies>) {
  const { language } = useLanguage()
  return (
    <UnitCard name={part.name} pointer={pointer}>
      <Fields
        dense
        pointer={pointer}
        rows={[
          { name: 'name', keys: ['name'], value: undefined },
          { name: 'time', keys: ['start', 'end'], value: formatDateRange(part.start, part.end, language) },
          { name: 'description', keys: ['description'], value: prose(part.description) },
        ]}
      />
    </UnitCard>
  )
}
