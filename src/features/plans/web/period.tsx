import type { ReactNode } from 'react'
import { formatDate, formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { CodeName } from './code-name.tsx'
import { EditLink } from './edit-link.tsx'
import { Fields, type Row } from './fields.tsx'
import { partId } from './jump.ts'
import { lines, prose } from './lists.tsx'
import { Person } from './person.tsx'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import type { LearningPeriod, Workplace } from './stored.ts'
import { texts } from './texts.ts'
import { lacksDuration } from './use-durations.ts'

interface PeriodProps {
  readonly period: LearningPeriod
  readonly pointer: string
}

/** One stretch of learning: where, when, with whom, and how many days it makes. */
export function Period({ period, pointer }: PeriodProps) {
  const { language } = useLanguage()
  return (
    <li className={styles.part} id={partId(pointer)} tabIndex={-1}>
      <div className={styles.partHead}>
        <p className={styles.partName}>
          <CodeName code={period.methodCode} />
        </p>
        <EditLink pointer={pointer} name={formatDateRange(period.start, period.end, language)} />
      </div>
      <Fields dense pointer={pointer} rows={usePeriodRows(period)} />
    </li>
  )
}

function usePeriodRows(period: LearningPeriod): readonly Row[] {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const share = period.partTimeShare
  const basis = period.apprenticeshipBasisCode
  return [
    { name: 'time', keys: ['start', 'end'], value: formatDateRange(period.start, period.end, language) },
    {
      name: 'interruptions',
      keys: ['interruptions'],
      value: lines(period.interruptions, ({ start, end }) => formatDateRange(start, end, language)),
    },
    { name: 'duration', keys: [], value: useDurationWords(period) },
    {
      name: 'partTimeShare',
      keys: ['partTimeShare'],
      value: share === undefined ? undefined : t('percent', { share }),
    },
    { name: 'periodNote', keys: ['periodNote'], value: prose(period.periodNote) },
    { name: 'workplace', keys: ['workplace'], value: workplace(period.workplace) },
    {
      name: 'instructor',
      keys: [],
      value: period.workplace === undefined ? undefined : <Person person={period.workplace.instructor} />,
    },
    { name: 'tasks', keys: [], value: lines(period.workplace?.tasks, task => task) },
    {
      name: 'apprenticeshipBasisCode',
      keys: ['apprenticeshipBasisCode', 'apprenticeshipBasisCodeVersion'],
      value: basis === undefined ? undefined : <CodeName code={basis} />,
    },
    ...representatives(period),
    {
      name: 'otherEnvironments',
      keys: ['otherEnvironments'],
      value: lines(period.otherEnvironments, ({ code, start, end }) => (
        <>
          <CodeName code={code} />, {formatDate(start, language)} – {formatDate(end, language)}
        </>
      )),
    },
    { name: 'methodCode', keys: ['methodCode', 'methodCodeVersion'], value: undefined },
    { name: 'identifier', keys: ['identifier'], value: undefined },
  ]
}

function useDurationWords(period: LearningPeriod): ReactNode | undefined {
  const t = useTexts(texts)
  const { durations, counting = false } = useReading()
  if (counting && lacksDuration(period, durations))
    return <span className={styles.quiet}>{t('daysCounting')}</span>
  const days = period.identifier === undefined ? undefined : durations[period.identifier]
  return days === undefined ? undefined : t('days', { count: days })
}

function workplace(place: Workplace | undefined): ReactNode | undefined {
  if (place === undefined) return undefined
  return [place.name, place.businessId].filter(part => part !== undefined).join(', ')
}

function representatives(period: LearningPeriod): readonly Row[] {
  const { providerRepresentative: provider, acquirerRepresentative: acquirer } = period
  return [
    {
      name: 'providerRepresentative',
      keys: ['providerRepresentative'],
      value: provider === undefined ? undefined : <Person person={provider} of={provider.role} />,
    },
    {
      name: 'acquirerRepresentative',
      keys: ['acquirerRepresentative'],
      value: acquirer === undefined ? undefined : <Person person={acquirer} of={acquirer.role} />,
    },
  ]
}
