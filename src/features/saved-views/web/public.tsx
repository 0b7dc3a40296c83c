import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import type { ViewQuery } from '../contract.ts'
import { viewsQuery } from './api.ts'
import styles from './saved-views.module.css'
import { texts } from './texts.ts'

// Dialogs are fetched when somebody opens one: the list itself should be there quickly.
const SaveView = lazy(() => import('./save-view.tsx'))
const ManageViews = lazy(() => import('./manage-views.tsx'))

interface SavedViewsProps {
  readonly query: ViewQuery
  readonly onOpen: (query: ViewQuery) => void
}

/** One's own views of the list: to open, to save the present one, to rename and delete. */
export function SavedViews({ query, onOpen }: SavedViewsProps) {
  const t = useTexts(texts)
  const { data } = useQuery(viewsQuery)
  const [dialog, setDialog] = useState<'save' | 'manage'>()
  const views = data?.items ?? []
  const present = views.find(view => same(view.query, query))
  const close = () => setDialog(undefined)
  return (
    <div className={styles.bar}>
      {views.length === 0 ? null : (
        <Choice
          label={t('choose')}
          value={present?.id ?? ''}
          options={[
            { value: '', text: t('none') },
            ...views.map(view => ({ value: view.id, text: view.name })),
          ]}
          onChange={id => {
            const view = views.find(one => one.id === id)
            if (view !== undefined) onOpen(view.query)
          }}
        />
      )}
      <Button onPress={() => setDialog('save')}>{t('save')}</Button>
      {views.length === 0 ? null : <Button onPress={() => setDialog('manage')}>{t('manage')}</Button>}
      <Suspense>
        {dialog === 'save' ? <SaveView query={query} onClose={close} /> : null}
        {dialog === 'manage' ? <ManageViews views={views} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}

/** What is not asked and what is asked not to be are the same. */
function same(one: ViewQuery, other: ViewQuery): boolean {
  const text = (query: ViewQuery) =>
    JSON.stringify(
      Object.entries(query)
        .filter(([, value]) => value !== undefined && value !== false)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return text(one) === text(other)
}
