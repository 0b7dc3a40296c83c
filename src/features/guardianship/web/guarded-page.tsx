import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { LinkList } from '../../../ui/link-list.tsx'
import { Page } from '../../../ui/page.tsx'
import { guardedQuery } from './api.ts'
import { EndedPage } from './ended-page.tsx'
import { texts } from './texts.ts'

/** Where a guardian begins: with one child the way leads straight on. */
export default function GuardedPage() {
  const t = useTexts(texts)
  const query = useQuery(guardedQuery)
  return (
    <AsyncPage query={query}>
      {({ ended, items }) => {
        const [first] = items
        if (first === undefined) return <EndedPage reasons={ended} />
        if (items.length === 1) return <Navigate to={`/guardian/${first.studentId}`} replace />
        const links = items.map(({ endsOn, name, studentId }) => ({
          to: `/guardian/${studentId}`,
          title: name ?? t('hiddenName'),
          text: t('until', { date: endsOn }),
        }))
        return (
          <Page title={t('title')} lead={t('lead')} width="reading">
            <LinkList label={t('title')} items={links} />
          </Page>
        )
      }}
    </AsyncPage>
  )
}
