import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button, ButtonAnchor } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { ImportKind, ImportNoteView, ImportRunView, RunState } from '../contract.ts'
import { notesFile, notesQuery } from './api.ts'
import styles from './imports.module.css'
import { Place } from './place.tsx'
import { hasEnded } from './public-ended.ts'
import { texts } from './texts.ts'

/** The report: each record that was left out, with its place and the reason. */
export function NotesSection({ run }: { readonly run: ImportRunView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useInfiniteQuery(notesQuery(run.id, language))
  const { hasNextPage, refetch } = query
  useEffect(() => {
    // Read again when the run has told more, which its counts and state tell. Lines never change, they are only added.
    if (!hasNextPage && (run.counts.refused > 0 || run.state === 'done')) void refetch()
  }, [run.counts.refused, run.state, hasNextPage, refetch])
  const some = query.data?.pages.some(({ items }) => items.length > 0) === true
  return (
    <Section
      id="report"
      title={t('notes.title')}
      actions={some ? <ButtonAnchor href={notesFile(run.id)}>{t('notes.download')}</ButtonAnchor> : null}
    >
      <Async query={query}>
        {({ pages }) => {
          const notes = pages.flatMap(({ items }) => items)
          if (notes.length === 0) return <p>{t(`notes.${noneOf(run.state)}`)}</p>
          return (
            <>
              <NoteTable notes={notes} kind={run.kind} />
              <div className={styles.foot}>
                <p role="status">{t('notes.shown', { count: notes.length })}</p>
                {query.hasNextPage ? (
                  <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t('notes.more')}
                  </Button>
                ) : null}
              </div>
            </>
          )
        }}
      </Async>
    </Section>
  )
}

function noneOf(state: RunState): 'none' | 'noneBefore' | 'noneYet' {
  if (!hasEnded(state)) return 'noneYet'
  return state === 'done' ? 'none' : 'noneBefore'
}

interface NoteTableProps {
  readonly notes: readonly ImportNoteView[]
  readonly kind: ImportKind
}

function NoteTable({ notes, kind }: NoteTableProps) {
  const t = useTexts(texts)
  const columns: readonly Column<ImportNoteView>[] = [
    { name: t('notes.reason'), heading: true, cell: note => note.text },
    {
      name: t('notes.place'),
      cell: ({ pointer }) => <Place kind={kind} pointer={pointer} />,
    },
    { name: t('notes.document'), cell: note => <span className={styles.file}>{note.document}</span> },
    {
      name: t('notes.outcome'),
      cell: ({ outcome }) => (
        <Badge tone={outcome === 'refused' ? 'warning' : 'info'}>{t(`notes.${outcome}`)}</Badge>
      ),
    },
  ]
  return (
    <Table
      caption={t('notes.caption')}
      columns={columns}
      rows={notes}
      rowKey={({ number }) => String(number)}
    />
  )
}
