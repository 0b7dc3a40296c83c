import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { DeliveryList, DeliveryRow, DeliveryState } from '../contract.ts'
import { RefusalFindings } from './refusal-findings.tsx'
import { StudentName, useStudentName } from './student-name.tsx'
import { texts } from './texts.ts'
import { useRetryPlan } from './use-acts.ts'
import { useNextTime } from './use-next-time.ts'

interface DeliveryTableProps {
  readonly state: DeliveryState
  readonly list: DeliveryList
  readonly onMore?: () => void
}

/** The plans of one state, those longest in it first. */
export function DeliveryTable({ list, onMore, state }: DeliveryTableProps) {
  const t = useTexts(texts)
  const retrying = useRetryPlan()
  const columns = useColumns(state, {
    mayRetry: list.permittedActions.includes('retry'),
    retry: retrying.mutate,
    trying: retrying.isPending ? retrying.variables : undefined,
  })
  // While another state is being asked for, the rows of the one before still stand here.
  const rows = list.items.filter(row => row.state === state)
  if (rows.length === 0) return <p>{t(`list.empty.${state}`)}</p>
  return (
    <>
      {retrying.error === null ? null : <Failure error={retrying.error} />}
      <Table
        caption={t('list.caption', { state: t(`states.${state}`) })}
        columns={columns}
        rows={rows}
        rowKey={row => row.planId}
      />
      {onMore === undefined ? null : <Button onPress={onMore}>{t('list.more')}</Button>}
    </>
  )
}

interface Retrying {
  readonly mayRetry: boolean
  readonly retry: (planId: string) => void
  readonly trying: string | undefined
}

function useColumns(state: DeliveryState, { mayRetry, retry, trying }: Retrying): Column<DeliveryRow>[] {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const nameOf = useStudentName()
  const at = (instant: string | undefined) =>
    instant === undefined ? null : formatInstant(instant, language)
  const nextTime = useNextTime()
  const next = (instant: string | undefined) => (instant === undefined ? null : nextTime(instant))
  const columns: Column<DeliveryRow>[] = [
    { name: t('list.student'), heading: true, cell: row => <StudentName row={row} /> },
    { name: t('list.version'), cell: row => row.deliveredVersion ?? row.wantedVersion },
  ]
  if (state === 'delivered') columns.push({ name: t('list.delivered'), cell: row => at(row.deliveredAt) })
  else columns.push({ name: t('list.since'), cell: row => at(row.waitingSince) })
  if (state === 'refused' || state === 'waiting')
    columns.push({ name: t('list.why'), cell: row => <Why row={row} /> })
  if (state === 'waiting') columns.push({ name: t('list.next'), cell: row => next(row.nextTryAt) })
  if (mayRetry && (state === 'refused' || state === 'waiting'))
    columns.push({
      name: t('plan.retry'),
      bare: true,
      cell: row => (
        <Button
          look="quiet"
          label={t('list.retryOf', { name: nameOf(row) })}
          pending={trying === row.planId}
          onPress={() => retry(row.planId)}
        >
          {t('plan.retry')}
        </Button>
      ),
    })
  return columns
}

function Why({ row: { failure, planId } }: { readonly row: DeliveryRow }) {
  if (failure === undefined) return null
  return (
    <>
      <p>{failure.text}</p>
      <RefusalFindings failure={failure} planId={planId} mayEdit={false} />
    </>
  )
}
