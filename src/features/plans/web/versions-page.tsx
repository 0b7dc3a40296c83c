import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { type ListedVersion, type PlanView, planQuery, type Versions, versionsQuery } from './api.ts'
import { ChangeList } from './change-list.tsx'
import { useSaverName } from './plan-header.tsx'
import { studentTitle } from './protection.ts'
import { type Reading, ReadingProvider } from './reading.tsx'
import { texts } from './texts.ts'
import { useWayBack } from './use-way-back.ts'
import styles from './versions.module.css'

export default function VersionsPage() {
  const { planId = '' } = useParams()
  const { language } = useLanguage()
  const t = useTexts(texts)
  const plan = useQuery(planQuery(planId, language))
  const versions = useInfiniteQuery(versionsQuery(planId, language))
  const away = useWayBack()
  const back = { to: `/plans/${planId}`, text: t('backToPlan') }
  return (
    <AsyncPage query={plan} back={away}>
      {view => (
        <AsyncPage query={versions} back={back}>
          {({ pages }) => (
            <VersionsOf
              view={view}
              pages={pages}
              {...(versions.hasNextPage ? { onMore: () => void versions.fetchNextPage() } : {})}
            />
          )}
        </AsyncPage>
      )}
    </AsyncPage>
  )
}

interface VersionsProps {
  readonly view: PlanView
  readonly pages: readonly Versions[]
  readonly onMore?: () => void
}

function VersionsOf({ view, pages, onMore }: VersionsProps) {
  const t = useTexts(texts)
  return (
    <ReadingProvider value={readingOf(view, pages)}>
      <Page
        title={t('versions.title')}
        eyebrow={studentTitle(view, t)}
        back={{ to: `/plans/${view.id}`, text: t('backToPlan') }}
        lead={t('versions.lead')}
      >
        <ol className={styles.versions}>
          {pages
            .flatMap(({ items }) => items)
            .map(item => (
              <Version key={item.version} item={item} view={view} />
            ))}
        </ol>
        {onMore === undefined ? null : <Button onPress={onMore}>{t('versions.more')}</Button>}
      </Page>
    </ReadingProvider>
  )
}

/** Old versions may name codes and people that the newest one no longer does. */
function readingOf(view: PlanView, pages: readonly Versions[]): Reading {
  return {
    ...view,
    findings: [],
    names: Object.assign({}, ...pages.map(({ names }) => names), view.names),
    contacts: Object.assign({}, ...pages.map(({ contacts }) => contacts), view.contacts),
  }
}

function Version({ item, view }: { readonly item: ListedVersion; readonly view: PlanView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const saverName = useSaverName()
  const current = item.version === view.version
  return (
    <li className={styles.version}>
      <h2 className={styles.name}>
        <Link to={current ? `/plans/${view.id}` : `/plans/${view.id}/versions/${item.version}`}>
          {t('versions.name', { version: item.version })}
        </Link>
        {current ? <span className={styles.current}>{t('versions.current')}</span> : null}
      </h2>
      <p>
        {formatInstant(item.savedAt, language)}
        <span className={styles.by}>{saverName(item.author)}</span>
      </p>
      {item.reason === undefined ? null : <p>{t('versions.reason', { reason: item.reason })}</p>}
      <ChangeList version={item.version} changes={item.changes} body={view.plan} />
    </li>
  )
}
