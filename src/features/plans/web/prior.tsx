import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { CodeName } from './code-name.tsx'
import { DemonstrationPart, providerAssessors } from './demonstration.tsx'
import { Fields, type Row } from './fields.tsx'
import { partId } from './jump.ts'
import { prose } from './lists.tsx'
import { memberPointer } from './placement.ts'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import type {
  Demonstration,
  PriorCommonUnit,
  PriorLocalUnit,
  PriorSubjectArea,
  PriorVocationalUnit,
  VerificationDetails,
} from './stored.ts'
import { texts } from './texts.ts'
import { UnitCard } from './unit-card.tsx'

interface PriorProps<U> {
  readonly unit: U
  readonly pointer: string
}

interface Verified {
  readonly verificationCode?: string
  readonly verificationDetails?: VerificationDetails
  readonly demonstrations?: readonly Demonstration[]
  readonly deviation?: string
  readonly essentialMatter?: boolean
  readonly providerOid?: string
}

/** How the prior competence was recognised. */
function useVerifiedRows(part: Verified): readonly Row[] {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const details = part.verificationDetails
  const sent = details?.sentForAssessmentOn
  return [
    {
      name: 'verificationCode',
      keys: ['verificationCode', 'verificationCodeVersion'],
      value: part.verificationCode === undefined ? undefined : <CodeName code={part.verificationCode} />,
    },
    {
      name: 'sentForAssessmentOn',
      keys: ['verificationDetails'],
      value: sent === undefined ? undefined : formatDate(sent, language),
    },
    { name: 'assessors', keys: [], value: providerAssessors(details?.assessors) },
    { name: 'deviation', keys: ['deviation'], value: prose(part.deviation) },
    {
      name: 'essentialMatter',
      keys: ['essentialMatter'],
      value: part.essentialMatter === true ? t('yes') : undefined,
    },
    { name: 'providerOid', keys: ['providerOid'], value: part.providerOid },
  ]
}

function Demonstrations({ part, pointer }: { readonly part: Verified; readonly pointer: string }) {
  if (part.demonstrations === undefined || part.demonstrations.length === 0) return null
  return (
    <ul className={styles.parts}>
      {part.demonstrations.map((demonstration, index) => (
        <DemonstrationPart
          key={memberPointer(pointer, 'demonstrations', index)}
          demonstration={demonstration}
          pointer={memberPointer(pointer, 'demonstrations', index)}
        />
      ))}
    </ul>
  )
}

export function PriorVocationalCard({ unit, pointer }: PriorProps<PriorVocationalUnit>) {
  const { names } = useReading()
  const rows = useVerifiedRows(unit)
  return (
    <UnitCard code={unit.unitCode} pointer={pointer} points={names[unit.unitCode]?.points}>
      <Fields
        dense
        pointer={pointer}
        inner={{ demonstrations: unit.demonstrations?.length ?? 0 }}
        rows={[{ name: 'unitCode', keys: ['unitCode', 'unitCodeVersion'], value: undefined }, ...rows]}
      />
      <Demonstrations part={unit} pointer={pointer} />
    </UnitCard>
  )
}

export function PriorLocalCard({ unit, pointer }: PriorProps<PriorLocalUnit>) {
  const rows = useVerifiedRows(unit)
  return (
    <UnitCard name={unit.name} pointer={pointer} points={unit.competencePoints}>
      <Fields
        dense
        pointer={pointer}
        inner={{ demonstrations: unit.demonstrations?.length ?? 0 }}
        rows={[
          { name: 'aimsAndContent', keys: ['aimsAndContent'], value: prose(unit.aimsAndContent) },
          ...rows,
        ]}
      />
      <Demonstrations part={unit} pointer={pointer} />
    </UnitCard>
  )
}

export function PriorCommonCard({ unit, pointer }: PriorProps<PriorCommonUnit>) {
  const { names } = useReading()
  const rows = useVerifiedRows(unit)
  const inner = { subjectAreas: unit.subjectAreas.length, demonstrations: unit.demonstrations?.length ?? 0 }
  return (
    <UnitCard code={unit.unitCode} pointer={pointer} points={names[unit.unitCode]?.points}>
      <Fields
        dense
        pointer={pointer}
        inner={inner}
        rows={[{ name: 'unitCode', keys: ['unitCode', 'unitCodeVersion'], value: undefined }, ...rows]}
      />
      <Demonstrations part={unit} pointer={pointer} />
      {unit.subjectAreas.map((area, index) => (
        <PriorArea
          key={memberPointer(pointer, 'subjectAreas', index)}
          unit={area}
          pointer={memberPointer(pointer, 'subjectAreas', index)}
        />
      ))}
    </UnitCard>
  )
}

function PriorArea({ unit, pointer }: PriorProps<PriorSubjectArea>) {
  const rows = useVerifiedRows(unit)
  return (
    <section className={styles.area} id={partId(pointer)} tabIndex={-1}>
      <header className={styles.cardHead}>
        <h4>
          <CodeName code={unit.subjectAreaCode} />
        </h4>
      </header>
      <Fields
        dense
        pointer={pointer}
        inner={{ demonstrations: unit.demonstrations?.length ?? 0 }}
        rows={[
          { name: 'subjectAreaCode', keys: ['subjectAreaCode', 'subjectAreaCodeVersion'], value: undefined },
          ...rows,
        ]}
      />
      <Demonstrations part={unit} pointer={pointer} />
    </section>
  )
}
