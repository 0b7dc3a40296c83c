import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button, ButtonAnchor } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { ImportNoteView, ImportRunView, RunState } from '../contract.ts'
import { notesFile, notesQuery } from './api.ts'
import styles from './imports.module.css'
import { hasEnded } from './public-ended.ts'
import { placeOf } from './run-words.ts'
import { isTabular } from './tabular.ts'
import { texts } from './texts.ts'

/** The report: each record that was left out, with its place and the reason. */
export function NotesSection({ run }: { readonly run: ImportRunView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useInfiniteQuery(notesQuery(run.id, language))
  const { refetch } = query
  useEffect(() => {
    // Read again when the run has written more: its counts and state say when.
    if (run.counts.refused > 0 || run.state === 'done') void refetch()
  }, [run.counts.refused, run.state, refetch])
  return (
    <Section id="report" title={t('notes.title')}>
      <Async query={query}>
        {({ pages }) => {
          const notes = pages.flatMap(({ items }) => items)
          if (notes.length === 0) return <p>{t(`notes.${noneOf(run.state)}`)}</p>
          return (
            <>
              <NoteTable notes={notes} tabular={isTabular(run.kind)} />
              <div className={styles.foot}>
                <p role="status">{t('notes.shown', { count: notes.length })}</p>
                {query.hasNextPage ? (
                  <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t('notes.more')}
                  </Button>
                ) : null}
                <ButtonAnchor href={notesFile(run.id)}>{t('notes.download')}</ButtonAnchor>
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
  readonly tabular: boolean
}

function NoteTable({ notes, tabular }: NoteTableProps) {
  const t = useTexts(texts)
  const columns: readonly Column<ImportNoteView>[] = [
    { name: t('notes.reason'), heading: true, cell: note => note.text },
    {
      name: t('notes.place'),
      cell: ({ pointer }) => {
        const place = placeOf(pointer, tabular, t)
        return tabular || pointer === '' ? place : <code>{place}</code>
      },
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
