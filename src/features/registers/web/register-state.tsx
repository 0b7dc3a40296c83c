import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import type { ImportKind, RowCounts, RunState } from '../../imports/contract.ts'
import { StateBadge } from '../../imports/web/public-state.tsx'
import { useImportWords } from '../../imports/web/public-words.ts'
import type { Register, RegisterView } from '../contract.ts'
import styles from './registers.module.css'
import { useRhythmWords } from './rhythm-words.ts'
import { texts } from './texts.ts'

/** What is known of a register, and of a file that stands in the place of one. */
export interface RegisterState
  extends Partial<
    Pick<RegisterView, 'lastDone' | 'newestData' | 'nextDueAt' | 'schedule' | 'hour' | 'weekday'>
  > {
  readonly kind: ImportKind
  readonly register?: Register
  readonly permittedActions: readonly RegisterView['permittedActions'][number][]
  readonly lastRun?: {
    readonly id: string
    readonly state: RunState
    readonly requestedAt: string
    readonly finishedAt?: string
    readonly counts: RowCounts
    readonly failure?: string | { readonly text: string }
  }
}

/** How fresh a register's data are, and when they are fetched next. */
export function StateFacts({ register }: { readonly register: RegisterState }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { lastDone, lastRun, newestData } = register
  return (
    <Facts dense>
      <Fact name={t('lastRun')}>
        <LastRun register={register} />
      </Fact>
      {/* One that failed does not hide that an earlier one brought the data in. */}
      {lastDone === undefined || lastRun === undefined || lastRun.state === 'done' ? null : (
        <Fact name={t('lastDone')}>{formatInstant(lastDone, language)}</Fact>
      )}
      {newestData === undefined ? null : (
        <Fact name={t('newestData')}>{formatInstant(newestData, language)}</Fact>
      )}
      <Fact name={t('nextRun')}>
        <NextRun register={register} />
      </Fact>
    </Facts>
  )
}

function LastRun({
  register: { lastRun, permittedActions },
}: {
  readonly register: RegisterState
}): ReactNode {
  const t = useTexts(texts)
  const words = useImportWords()
  const { language } = useLanguage()
  if (lastRun === undefined) return t('never')
  const { counts, failure, finishedAt, id, requestedAt, state } = lastRun
  const at = formatInstant(finishedAt ?? requestedAt, language)
  const { read, written, refused } = counts
  return (
    <>
      <span className={styles.last}>
        {/* Who may not change a register may not open its runs either. */}
        {permittedActions.length === 0 ? at : <Link to={`/administration/imports/${id}`}>{at}</Link>}
        <StateBadge run={lastRun} />
      </span>
      {failure === undefined ? null : (
        <p className={styles.small}>{typeof failure === 'string' ? failure : failure.text}</p>
      )}
      {state === 'refused' || read === 0 ? null : (
        <p className={styles.small}>{words('counts.short', { read, written, refused })}</p>
      )}
    </>
  )
}

function NextRun({ register }: { readonly register: RegisterState }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const rhythm = useRhythmWords()
  const { hour, nextDueAt, schedule, weekday } = register
  if (schedule === undefined || hour === undefined || weekday === undefined) return t('byFile')
  if (nextDueAt === undefined) return t('notScheduled')
  return (
    <>
      {formatInstant(nextDueAt, language)}
      <p className={styles.small}>{rhythm({ schedule, hour, weekday })}</p>
    </>
  )
}
