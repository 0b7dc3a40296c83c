import { useInfiniteQuery } from '@tanstack/react-query'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { retentionTexts } from '../../settings/web/public-retention.ts'
import type { RetentionRunView } from '../contract.ts'
import { runsQuery } from './api.ts'
import { texts } from './texts.ts'

/** What each run erased. */
export function RunsSection() {
  const t = useTexts(texts)
  const query = useInfiniteQuery(runsQuery)
  return (
    <Section id="runs" title={t('runs')}>
      <Async query={query}>
        {({ pages }) => {
          const runs = pages.flatMap(({ items }) => items)
          return runs.length === 0 ? <p>{t('noRuns')}</p> : <RunsTable runs={runs} />
        }}
      </Async>
      {query.hasNextPage ? (
        <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  )
}

function RunsTable({ runs }: { readonly runs: readonly RetentionRunView[] }) {
  const t = useTexts(texts)
  const kept = useTexts(retentionTexts)
  const { language } = useLanguage()
  const erased = ({ kinds }: RetentionRunView): string =>
    kinds
      .filter(kind => kind.erased > 0)
      .map(kind => t('erasedKind', { kind: kept(`kinds.${kind.kind}.title`), count: kind.erased }))
      .join('; ') || t('nothing')
  const columns: readonly Column<RetentionRunView>[] = [
    { name: t('startedAt'), heading: true, cell: run => formatInstant(run.startedAt, language) },
    { name: t('origin'), cell: run => t(`origins.${run.origin}`) },
    { name: t('state'), cell: run => <RunState run={run} /> },
    { name: t('erased'), cell: erased },
  ]
  return <Table caption={t('caption')} columns={columns} rows={runs} rowKey={run => run.id} />
}

function RunState({ run }: { readonly run: RetentionRunView }) {
  const t = useTexts(texts)
  if (run.finishedAt !== undefined) return <Badge tone="success">{t('states.done')}</Badge>
  return run.failed ? (
    <Badge tone="error">{t('states.failed')}</Badge>
  ) : (
    <Badge tone="info">{t('states.going')}</Badge>
  )
}
