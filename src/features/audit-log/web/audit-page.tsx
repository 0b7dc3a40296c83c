import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import type { AuditList, AuditSearch } from '../contract.ts'
import { auditQuery, saveExport } from './api.ts'
import styles from './audit.module.css'
import { EventsTable } from './events-table.tsx'
import { Filters } from './filters.tsx'
import { daysTurned, parametersOf, searchOf } from './search.ts'
import { texts } from './texts.ts'

/** Who saw or changed whose data. What is searched stands in the address, by ids and days only. */
export default function AuditPage() {
  const t = useTexts(texts)
  const today = useSignedIn()?.today ?? ''
  const [parameters, setParameters] = useSearchParams()
  const search = searchOf(parameters, today)
  const query = useInfiniteQuery({ ...auditQuery(search), enabled: !daysTurned(search) })
  const change = (part: { readonly [K in keyof AuditSearch]?: AuditSearch[K] | undefined }): void =>
    setParameters(parametersOf({ ...search, ...part } as AuditSearch), { preventScrollReset: true })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/administration', text: t('back') }}
      actions={<ExportButton search={search} />}
    >
      <Filters search={search} about={query.data?.pages[0]?.about} onChange={change} />
      {daysTurned(search) ? null : (
        <Async query={query}>
          {({ pages }) => (
            <div
              className={query.isPlaceholderData ? styles.old : undefined}
              aria-busy={query.isPlaceholderData}
            >
              <Events pages={pages} search={search} onActor={actorId => change({ actorId })} />
              {query.hasNextPage ? (
                <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              ) : null}
            </div>
          )}
        </Async>
      )}
    </Page>
  )
}

interface EventsProps {
  readonly pages: readonly AuditList[]
  readonly search: AuditSearch
  readonly onActor: (actorId: string) => void
}

function Events({ pages, search, onActor }: EventsProps) {
  const t = useTexts(texts)
  const rows = pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return (
      <Note tone="info" title={t('none')} live="status">
        <p>{t('noneText')}</p>
      </Note>
    )
  return (
    <>
      {rows.some(row => row.dayOnly === true) ? <p className={styles.quiet}>{t('hiddenHint')}</p> : null}
      {search.studentId === undefined ? <p className={styles.quiet}>{t('withoutMasked')}</p> : null}
      <EventsTable rows={rows} onActor={onActor} />
      <p className={styles.foot} role="status">
        {t('shown', { count: rows.length })}
      </p>
    </>
  )
}

function ExportButton({ search }: { readonly search: AuditSearch }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const saving = useMutation({ mutationFn: () => saveExport(search, language, `${t('file')}.csv`) })
  return (
    <>
      <Button pending={saving.isPending} onPress={() => saving.mutate()}>
        {t('toFile')}
      </Button>
      {saving.error === null ? null : <Failure error={saving.error} />}
    </>
  )
}
