import { useTexts } from '../../../platform/web/language.tsx'
import { DemonstrationPart } from './demonstration.tsx'
import type { Row } from './fields.tsx'
import { prose } from './lists.tsx'
import { Period } from './period.tsx'
import { type Inner, memberPointer } from './placement.ts'
import styles from './plan.module.css'
import type { Demonstration, LearningPeriod } from './stored.ts'
import { texts } from './texts.ts'

/** What vocational units, local units and subject areas have in common. */
export interface Acquiring {
  readonly essentialMatter?: boolean
  readonly teachingHours?: number
  readonly learningPeriods?: readonly LearningPeriod[]
  readonly demonstrations?: readonly Demonstration[]
  readonly deviation?: string
  readonly providerOid?: string
}

export function innerOf({ learningPeriods, demonstrations }: Acquiring): Inner {
  return {
    learningPeriods: learningPeriods?.length ?? 0,
    demonstrations: demonstrations?.length ?? 0,
  }
}

export function useAcquiringRows(part: Acquiring): readonly Row[] {
  const t = useTexts(texts)
  const hours = part.teachingHours
  return [
    {
      name: 'teachingHours',
      keys: ['teachingHours'],
      value: hours === undefined ? undefined : t('hours', { count: hours }),
    },
    { name: 'deviation', keys: ['deviation'], value: prose(part.deviation) },
    {
      name: 'essentialMatter',
      keys: ['essentialMatter'],
      value: part.essentialMatter === true ? t('yes') : undefined,
    },
    { name: 'providerOid', keys: ['providerOid'], value: prose(part.providerOid) },
  ]
}

interface AcquiringProps {
  readonly part: Acquiring
  readonly pointer: string
  /** The level below the heading of the part. */
  readonly level: 'h4' | 'h5'
}

/** How the competence is acquired and how it is shown. */
export function AcquiringParts({ part, pointer, level: Heading }: AcquiringProps) {
  const t = useTexts(texts)
  const periods = part.learningPeriods ?? []
  const demonstrations = part.demonstrations ?? []
  return (
    <>
      <div className={styles.group}>
        <Heading>{t('periods')}</Heading>
        {periods.length === 0 ? <p className={styles.quiet}>{t('noPeriods')}</p> : null}
        <ul className={styles.parts}>
          {periods.map((period, index) => (
            <Period
              key={memberPointer(pointer, 'learningPeriods', index)}
              period={period}
              pointer={memberPointer(pointer, 'learningPeriods', index)}
            />
          ))}
        </ul>
      </div>
      <div className={styles.group}>
        <Heading>{t('demonstrations')}</Heading>
        {demonstrations.length === 0 ? <p className={styles.quiet}>{t('noDemonstrations')}</p> : null}
        <ul className={styles.parts}>
          {demonstrations.map((demonstration, index) => (
            <DemonstrationPart
              key={memberPointer(pointer, 'demonstrations', index)}
              demonstration={demonstration}
              pointer={memberPointer(pointer, 'demonstrations', index)}
            />
          ))}
        </ul>
      </div>
    </>
  )
}
