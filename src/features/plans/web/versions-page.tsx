import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { bodiesAround } from '../rules-history.ts'
import type { Tree } from '../rules-tree.ts'
import { type PlanView, planQuery, stepsOf, type Versions, versionsQuery } from './api.ts'
import styles from './history/history.module.css'
import { knownOf } from './history/known.ts'
import { useSpeaker } from './history/speaker.ts'
import { historyTexts } from './history/texts.ts'
import { VersionEntry } from './history/version-entry.tsx'
import { studentTitle } from './protection.ts'
import { texts } from './texts.ts'
import { useWayBack } from './use-way-back.ts'

export default function VersionsPage() {
  const { planId = '' } = useParams()
  const { language } = useLanguage()
  const t = useTexts(texts)
  const plan = useQuery(planQuery(planId, language))
  const version = plan.data?.version
  const versions = useInfiniteQuery({
    ...versionsQuery(planId, version ?? 0, language),
    enabled: version !== undefined,
  })
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
              pending={versions.isFetchingNextPage}
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
  readonly pending: boolean
  readonly onMore?: () => void
}

function VersionsOf({ view, pages, pending, onMore }: VersionsProps) {
  const t = useTexts(texts)
  const history = useTexts(historyTexts)
  const known = useMemo(() => knownOf(view, pages), [view, pages])
  const speaker = useSpeaker(known)
  const entries = useMemo(() => {
    const body = view.plan as Tree
    return bodiesAround({ version: view.version, body }, pages.flatMap(stepsOf))
  }, [view, pages])
  return (
    <Page
      title={t('versions.title')}
      eyebrow={studentTitle(view, t)}
      back={{ to: `/plans/${view.id}`, text: t('backToPlan') }}
      lead={t('versions.lead')}
      {...(entries.length > 1
        ? {
            actions: <ButtonLink to={`/plans/${view.id}/versions/compare`}>{history('compare')}</ButtonLink>,
          }
        : {})}
    >
      <ol className={styles.versions}>
        {entries.map(({ step, before, after }) => (
          <VersionEntry
            key={step.version}
            item={step}
            before={before}
            after={after}
            view={view}
            speaker={speaker}
          />
        ))}
      </ol>
      {onMore === undefined ? null : (
        <Button pending={pending} onPress={onMore}>
          {t('versions.more')}
        </Button>
      )}
    </Page>
  )
}
