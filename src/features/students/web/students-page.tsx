import { useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { studentsQuery } from './api.ts'
import styles from './students.module.css'
import { StudentsTable } from './students-table.tsx'
import { texts } from './texts.ts'

export default function StudentsPage() {
  const t = useTexts(texts)
  const query = useInfiniteQuery(studentsQuery)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Async query={query}>
        {data => {
          const students = data.pages.flatMap(page => page.items)
          if (students.length === 0) return <Empty />
          return (
            <>
              <StudentsTable students={students} />
              <div className={styles.foot}>
                <p role="status">{t('shown', { count: students.length })}</p>
                {query.hasNextPage ? (
                  <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t('more')}
                  </Button>
                ) : null}
              </div>
            </>
          )
        }}
      </Async>
    </Page>
  )
}

function Empty() {
  const t = useTexts(texts)
  return (
    <Note tone="info" title={t('empty')}>
      <p>{t('emptyText')}</p>
    </Note>
  )
}
