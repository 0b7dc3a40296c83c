import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { FeedbackRow } from '../contract.ts'
import { answerFeedback, feedbackKey, feedbackQuery } from './api.ts'
import styles from './statements.module.css'
import { texts } from './texts.ts'

/** What people told about accessibility, and by when it is to be answered. */
export function FeedbackSection() {
  const t = useTexts(texts)
  const [answered, setAnswered] = useState(false)
  const query = useInfiniteQuery(feedbackQuery(answered))
  const first = query.data?.pages[0]
  return (
    <Section id="feedback" title={t('feedback.title')}>
      <p>{t('feedback.lead')}</p>
      {first?.mail === false ? <Note tone="info" title={t('feedback.noMail')} compact /> : null}
      {first === undefined ? null : (
        <p role="status">{t('feedback.counts', { open: first.open, overdue: first.overdue })}</p>
      )}
      <Choice
        label={t('feedback.show')}
        value={answered ? 'answered' : 'open'}
        options={[
          { value: 'open', text: t('feedback.openOnes') },
          { value: 'answered', text: t('feedback.answeredOnes') },
        ]}
        onChange={value => setAnswered(value === 'answered')}
      />
      <Async query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          return rows.length === 0 ? <p>{t('feedback.none')}</p> : <FeedbackTable rows={rows} />
        }}
      </Async>
      {query.hasNextPage ? (
        <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('feedback.more')}
        </Button>
      ) : null}
    </Section>
  )
}

function FeedbackTable({ rows }: { readonly rows: readonly FeedbackRow[] }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const client = useQueryClient()
  const announce = useAnnounce()
  const marking = useMutation({
    mutationFn: answerFeedback,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: feedbackKey })
      announce(t('feedback.marked'))
    },
  })
  const columns: readonly Column<FeedbackRow>[] = [
    { name: t('feedback.at'), cell: row => formatInstant(row.at, language) },
    { name: t('feedback.message'), heading: true, cell: row => <Message row={row} /> },
    { name: t('feedback.email'), cell: row => row.email ?? t('feedback.noEmail') },
    {
      name: t('feedback.answerBy'),
      cell: row => (
        <>
          {formatDate(row.answerBy, language)}{' '}
          {row.overdue ? <Badge tone="error">{t('feedback.overdue')}</Badge> : null}
        </>
      ),
    },
    {
      name: t('feedback.mark'),
      bare: true,
      cell: row =>
        row.answeredAt === undefined ? (
          <Button
            look="quiet"
            label={t('feedback.markNamed', { time: formatInstant(row.at, language) })}
            pending={marking.isPending && marking.variables === row.id}
            onPress={() => marking.mutate(row.id)}
          >
            {t('feedback.mark')}
          </Button>
        ) : (
          t('feedback.answered', { time: formatInstant(row.answeredAt, language) })
        ),
    },
  ]
  return (
    <>
      {marking.error === null ? null : <Failure error={marking.error} />}
      <Table caption={t('feedback.caption')} columns={columns} rows={rows} rowKey={row => row.id} />
    </>
  )
}

function Message({ row }: { readonly row: FeedbackRow }) {
  const t = useTexts(texts)
  return (
    <>
      <span className={styles.message}>{row.message}</span>
      {row.page === undefined ? null : (
        <span className={styles.quiet}> {t('feedback.page', { page: row.page })}</span>
      )}
    </>
  )
}
