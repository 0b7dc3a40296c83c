import { useTexts } from '../../../platform/web/language.tsx'
import { AcquiringParts, innerOf, useAcquiringRows } from './acquiring.tsx'
import { CodeName } from './code-name.tsx'
import { Fields } from './fields.tsx'
import { partId } from './jump.ts'
import { prose } from './lists.tsx'
import { memberPointer } from './placement.ts'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import type { CommonUnit, LocalUnit, SubjectArea, VocationalUnit } from './stored.ts'
import { texts } from './texts.ts'
import { UnitCard } from './unit-card.tsx'

interface UnitProps<U> {
  readonly unit: U
  readonly pointer: string
}

export function VocationalUnitCard({ unit, pointer }: UnitProps<VocationalUnit>) {
  const { names } = useReading()
  const rows = useAcquiringRows(unit)
  return (
    <UnitCard code={unit.unitCode} pointer={pointer} points={names[unit.unitCode]?.points}>
      <Fields
        dense
        pointer={pointer}
        inner={innerOf(unit)}
        rows={[
          { name: 'unitCode', keys: ['unitCode', 'unitCodeVersion'], value: undefined },
          ...rows,
          {
            name: 'requirementsDiaryNumber',
            keys: ['requirementsDiaryNumber'],
            value: unit.requirementsDiaryNumber,
          },
        ]}
      />
      <AcquiringParts part={unit} pointer={pointer} level="h4" />
    </UnitCard>
  )
}

export function LocalUnitCard({ unit, pointer }: UnitProps<LocalUnit>) {
  const rows = useAcquiringRows(unit)
  return (
    <UnitCard name={unit.name} pointer={pointer} points={unit.competencePoints}>
      <Fields
        dense
        pointer={pointer}
        inner={innerOf(unit)}
        rows={[
          { name: 'name', keys: ['name'], value: undefined },
          { name: 'competencePoints', keys: ['competencePoints'], value: undefined },
          { name: 'aimsAndContent', keys: ['aimsAndContent'], value: prose(unit.aimsAndContent) },
          ...rows,
          { name: 'amosaaId', keys: ['amosaaId'], value: unit.amosaaId },
        ]}
      />
      <AcquiringParts part={unit} pointer={pointer} level="h4" />
    </UnitCard>
  )
}

/** A common unit is made of subject areas; learning and showing happen in these. */
export function CommonUnitCard({ unit, pointer }: UnitProps<CommonUnit>) {
  const { names } = useReading()
  return (
    <UnitCard code={unit.unitCode} pointer={pointer} points={names[unit.unitCode]?.points}>
      <Fields
        dense
        pointer={pointer}
        inner={{ subjectAreas: unit.subjectAreas.length }}
        rows={[{ name: 'unitCode', keys: ['unitCode', 'unitCodeVersion'], value: undefined }]}
      />
      {unit.subjectAreas.map((area, index) => (
        <SubjectAreaPart
          key={memberPointer(pointer, 'subjectAreas', index)}
          unit={area}
          pointer={memberPointer(pointer, 'subjectAreas', index)}
        />
      ))}
    </UnitCard>
  )
}

function SubjectAreaPart({ unit, pointer }: UnitProps<SubjectArea>) {
  const t = useTexts(texts)
  const { names } = useReading()
  const rows = useAcquiringRows(unit)
  const points = names[unit.subjectAreaCode]?.points
  return (
    <section className={styles.area} id={partId(pointer)} tabIndex={-1}>
      <header className={styles.cardHead}>
        <h4>
          <CodeName code={unit.subjectAreaCode} />
        </h4>
        {points === undefined ? null : <span className={styles.points}>{t('points', { points })}</span>}
      </header>
      <Fields
        dense
        pointer={pointer}
        inner={innerOf(unit)}
        rows={[
          { name: 'subjectAreaCode', keys: ['subjectAreaCode', 'subjectAreaCodeVersion'], value: undefined },
          ...rows,
        ]}
      />
      <AcquiringParts part={unit} pointer={pointer} level="h5" />
    </section>
  )
}
