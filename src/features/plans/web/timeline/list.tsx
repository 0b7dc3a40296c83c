import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { Bar, Timeline, TimelineRow } from '../../rules-timeline.ts'
import { jump, partId } from '../jump.ts'
import { targetOf } from './row-line.tsx'
import { texts } from './texts.ts'
import styles from './timeline.module.css'
import { useTimelineWords } from './words.ts'

interface Line {
  readonly bar: Bar
  readonly row: TimelineRow
}

/** All that the picture shows, as a table: the order is that of the plan, then of time. */
export function TimelineTable({ timeline }: { readonly timeline: Timeline }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const words = useTimelineWords()
  const columns: readonly Column<Line>[] = [
    { name: t('columns.part'), heading: true, cell: ({ row }) => words.row(row) },
    {
      name: t('columns.what'),
      cell: ({ bar }) => {
        const id = partId(targetOf(bar.pointer))
        return (
          <a href={`#${id}`} onClick={event => jump(event, id)}>
            {words.kind(bar)}
          </a>
        )
      },
    },
    { name: t('columns.time'), cell: ({ bar }) => words.dates(bar) },
    {
      name: t('columns.weeks'),
      cell: ({ bar }) => `${words.weeks(bar)} (${t('length', { count: bar.weeks })})`,
    },
    { name: t('columns.where'), cell: ({ bar }) => bar.place ?? '–' },
  ]
  const lines = timeline.rows.flatMap(row => row.bars.map(bar => ({ row, bar })))
  return (
    <>
      <Table
        caption={t('grid')}
        columns={columns}
        rows={lines}
        rowKey={({ row, bar }) => `${row.kind} ${bar.pointer} ${bar.kind} ${bar.start}`}
      />
      <Disclosure title={t('holidaysTitle')}>
        <ul className={styles.holidays}>
          {timeline.holidays.map(({ date, name }) => (
            <li key={date}>
              {t('holidayLine', { date: formatDate(date, language), name: t(`holidays.${name}`) })}
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}
