import { useInfiniteQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { studentsQuery } from './api.ts'
import { texts } from './texts.ts'

/** A student's list holds the student alone, so the way leads straight to the plan. */
export default function OwnPlanPage() {
  const t = useTexts(texts)
  const query = useInfiniteQuery(studentsQuery({}))
  return (
    <AsyncPage query={query}>
      {({ pages }) => {
        const rights = pages.flatMap(({ items }) => items).flatMap(({ studyRights }) => studyRights)
        const plan = rights.find(right => right.plan !== undefined)?.plan
        if (plan !== undefined) return <Navigate to={`/plans/${plan.id}`} replace />
        return (
          <Page title={t('ownPlan')} width="reading" back={{ to: '/path', text: t('ownPath') }}>
            <p>{t('ownPlanMissing')}</p>
          </Page>
        )
      }}
    </AsyncPage>
  )
}
