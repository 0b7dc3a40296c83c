import type { ReactNode } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { newDemonstration, newPeriod } from '../../rules-defaults.ts'
import type { Acquiring } from '../acquiring.tsx'
import { OrganisationPlace } from '../pick/organisation-place.tsx'
import type { Demonstration, LearningPeriod } from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { useDates } from './dates.ts'
import { DemonstrationForm, useDemonstrationName } from './demonstration-form.tsx'
import type { Level } from './part-card.tsx'
import { AddPart, PartList } from './part-list.tsx'
import styles from './parts.module.css'
import { PeriodForm, usePeriodName, usePeriodSummary } from './period-form.tsx'
import { CheckPlace, NumberPlace, TextPlace } from './places.tsx'
import { texts } from './texts.ts'
import { useBounds } from './use-bounds.ts'

interface AcquiringFormProps {
  readonly unit: Acquiring
  readonly pointer: string
  /** The level of the headings inside. */
  readonly level: 'h4' | 'h5'
  /** What the part tells of itself, above the rest. */
  readonly children?: ReactNode
}

/** How something is learnt and shown, and what else is written of it. */
export function AcquiringForm({ unit, pointer, level: Heading, children }: AcquiringFormProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  return (
    <>
      {children}
      <div className={styles.group}>
        <Heading>{named('periods')}</Heading>
        <Periods unit={unit} list={`${pointer}/learningPeriods`} level={below(Heading)} />
      </div>
      <div className={styles.group}>
        <Heading>{named('demonstrations')}</Heading>
        <Demonstrations unit={unit} list={`${pointer}/demonstrations`} level={below(Heading)} />
      </div>
      <Disclosure title={t('more')}>
        <div className={styles.fields}>
          <NumberPlace
            pointer={`${pointer}/teachingHours`}
            label={named('fields.teachingHours')}
            hint={t('hoursHint')}
          />
          <OrganisationPlace pointer={`${pointer}/providerOid`} label={named('fields.providerOid')} />
          <CheckPlace
            pointer={`${pointer}/essentialMatter`}
            label={named('fields.essentialMatter')}
            hint={t('essentialHint')}
          />
          <TextPlace pointer={`${pointer}/deviation`} label={named('fields.deviation')} multiline />
        </div>
      </Disclosure>
    </>
  )
}

const below = (level: 'h4' | 'h5'): Level => (level === 'h4' ? 'h5' : 'h6')

interface ListProps {
  readonly unit: Acquiring
  readonly list: string
  readonly level: Level
}

function Periods({ unit, list, level }: ListProps) {
  const t = useTexts(texts)
  const bounds = useBounds()
  return (
    <PartList<LearningPeriod>
      list={list}
      level={level}
      inner
      name={usePeriodName()}
      summary={usePeriodSummary()}
      form={(period, pointer) => <PeriodForm period={period} pointer={pointer} unit={unit} />}
      adding={
        <AddPart
          list={list}
          text={t('add.period')}
          make={() => newPeriod(unit, bounds, crypto.randomUUID())}
        />
      }
    />
  )
}

function Demonstrations({ unit, list, level }: ListProps) {
  const t = useTexts(texts)
  const bounds = useBounds()
  return (
    <PartList<Demonstration>
      list={list}
      level={level}
      inner
      name={useDemonstrationName()}
      summary={useDates()}
      form={(demonstration, pointer) => (
        <DemonstrationForm demonstration={demonstration} pointer={pointer} unit={unit} />
      )}
      adding={
        <AddPart list={list} text={t('add.demonstration')} make={() => newDemonstration(unit, bounds)} />
      }
    />
  )
}

/** How much is planned, for the head of a folded card. */
export function useAcquiringSummary(): (unit: Acquiring) => ReactNode {
  const t = useTexts(texts)
  return ({ demonstrations = [], learningPeriods = [] }) =>
    [
      learningPeriods.length === 0 ? undefined : t('periods', { count: learningPeriods.length }),
      demonstrations.length === 0 ? undefined : t('demonstrations', { count: demonstrations.length }),
    ]
      .filter(one => one !== undefined)
      .join(', ')
}
