import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries, Quiet } from '../../../ui/entry.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PathView } from '../../paths/contract.ts'
import type { CommentList } from '../contract.ts'
import { commentsQuery } from './api.ts'
import { CommentEntry } from './comment-entry.tsx'
import { useTellOpened } from './opened.ts'
import { texts } from './texts.ts'
import { WriteForm } from './write-form.tsx'

interface SlotProps {
  readonly studentId: string
  readonly own: boolean
  readonly view: PathView
}

/** As access.ts has it, on the pages of paths. */
const readers = ['teacher', 'guidance', 'student', 'guardian'] as const

/** On the path: comments to whoever looks, and one's own. */
export default function CommentsOnPath({ studentId, view }: SlotProps) {
  const roles = useSignedIn()?.roles ?? []
  if (!readers.some(role => roles.includes(role))) return null
  return <Comments studentId={studentId} view={view} />
}

function Comments({ studentId, view }: Omit<SlotProps, 'own'>) {
  const t = useTexts(texts)
  const query = useInfiniteQuery(commentsQuery(studentId))
  return (
    <Section id="comments" title={t('title')}>
      <p>{t('lead')}</p>
      <Async query={query}>
        {({ pages }) => (
          <>
            <List pages={pages} view={view} />
            {query.hasNextPage ? (
              <div>
                <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t('older')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Async>
    </Section>
  )
}

interface ListProps {
  /** The newest first; whether and to whom one may write is told by each. */
  readonly pages: readonly CommentList[]
  readonly view: PathView
}

function List({ pages, view }: ListProps) {
  const t = useTexts(texts)
  const items = useMemo(() => pages.flatMap(page => page.items), [pages])
  const [writing, setWriting] = useFormOpen(`comment ${view.student.id}`)
  useTellOpened(view.student.id, items)
  const list = pages[0]
  if (list === undefined) return null
  const mayWrite = list.mayWrite && view.plan !== undefined
  if (list.masked)
    return (
      <Note tone="info">
        <p>{t('masked')}</p>
      </Note>
    )
  return (
    <>
      {mayWrite && !writing ? (
        <div>
          <Button onPress={() => setWriting(true)}>{t('write')}</Button>
        </div>
      ) : null}
      {writing ? <WriteForm list={list} view={view} onClose={() => setWriting(false)} /> : null}
      {items.length > 0 ? (
        <Entries>
          {items.map(comment => (
            <CommentEntry key={comment.id} comment={comment} view={view} />
          ))}
        </Entries>
      ) : writing ? null : (
        <Quiet>{t('none')}</Quiet>
      )}
    </>
  )
}
