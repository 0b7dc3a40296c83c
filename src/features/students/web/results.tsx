import { useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import type { StudentSearch, StudentSort } from '../contract-list.ts'
import { studentsQuery } from './api.ts'
import type { Picking } from './pick-plan.tsx'
import styles from './students.module.css'
import { StudentsTable } from './students-table.tsx'
import { texts } from './texts.ts'

interface ResultsProps {
  readonly search: StudentSearch
  readonly onSort: (sort: StudentSort) => void
  readonly picking?: Picking | undefined
}

/** What was found; how many is said aloud when it changes. */
export function Results({ search, onSort, picking }: ResultsProps) {
  const t = useTexts(texts)
  const query = useInfiniteQuery(studentsQuery(search))
  return (
    <Async query={query}>
      {data => {
        const students = data.pages.flatMap(page => page.items)
        const count = { count: students.length }
        return (
          <div
            className={query.isPlaceholderData ? styles.old : undefined}
            aria-busy={query.isPlaceholderData}
          >
            {students.length === 0 ? <Nobody search={search} /> : null}
            {students.length > 0 ? (
              <StudentsTable students={students} search={search} onSort={onSort} picking={picking} />
            ) : null}
            <div className={styles.foot}>
              <p role="status">{query.hasNextPage ? t('shownMore', count) : t('shown', count)}</p>
              {query.hasNextPage ? (
                <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              ) : null}
            </div>
          </div>
        )
      }}
    </Async>
  )
}

/** Nobody fits what is asked, or nobody is here at all. */
function Nobody({ search: { sort: _, ...asked } }: Pick<ResultsProps, 'search'>) {
  const t = useTexts(texts)
  const none = Object.keys(asked).length === 0
  return (
    <Note tone="info" title={t(none ? 'empty' : 'noHits')}>
      <p>{t(none ? 'emptyText' : 'noHitsText')}</p>
    </Note>
  )
}
