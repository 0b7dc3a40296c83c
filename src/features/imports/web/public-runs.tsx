import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatInstant, formatNumber } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { ImportKind, ImportRunView } from '../contract.ts'
import { runsQuery } from './api.ts'
import styles from './imports.module.css'
import { StateBadge } from './public-state.tsx'
import { texts } from './texts.ts'

/** The last runs of a kind, whoever or whatever asked for them. */
export function RunsSection({ kind }: { readonly kind: ImportKind }) {
  const t = useTexts(texts)
  const query = useInfiniteQuery(runsQuery(kind))
  return (
    <Section id="runs" title={t('runs.title')}>
      <Async query={query}>
        {({ pages }) => {
          const runs = pages.flatMap(({ items }) => items)
          if (runs.length === 0) return <p>{t('runs.none')}</p>
          return (
            <>
              <RunTable runs={runs} />
              {query.hasNextPage ? (
                <div className={styles.foot}>
                  <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t('runs.more')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }}
      </Async>
    </Section>
  )
}

function RunTable({ runs }: { readonly runs: readonly ImportRunView[] }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const columns: readonly Column<ImportRunView>[] = [
    {
      name: t('runs.time'),
      heading: true,
      cell: run => (
        <Link to={`/administration/imports/${run.id}`}>{formatInstant(run.requestedAt, language)}</Link>
      ),
    },
    { name: t('runs.state'), cell: run => <StateBadge run={run} /> },
    { name: t('counts.read'), cell: run => formatNumber(run.counts.read, language) },
    { name: t('runs.written'), cell: run => formatNumber(run.counts.written, language) },
    { name: t('runs.refused'), cell: run => formatNumber(run.counts.refused, language) },
    { name: t('run.origin'), cell: run => run.requestedBy ?? t(`origins.${run.origin}`) },
    { name: t('runs.source'), cell: run => <span className={styles.source}>{run.source}</span> },
  ]
  return <Table caption={t('runs.caption')} columns={columns} rows={runs} rowKey={({ id }) => id} />
}
