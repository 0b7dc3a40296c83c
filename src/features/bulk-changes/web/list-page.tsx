import { useQuery } from '@tanstack/react-query'
import { formatDay, formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { BulkRow } from '../contract.ts'
import { changesQuery } from './api.ts'
import styles from './bulk.module.css'
import { texts } from './texts.ts'

export default function BulkChangesPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonLink look="primary" to="/bulk-changes/new">
          {t('make')}
        </ButtonLink>
      }
    >
      <Async query={useQuery(changesQuery(language))}>
        {({ items }) =>
          items.length === 0 ? (
            <Note tone="info" title={t('none')}>
              <p>{t('noneText')}</p>
            </Note>
          ) : (
            <ChangeTable items={items} />
          )
        }
      </Async>
    </Page>
  )
}

function ChangeTable({ items }: { readonly items: readonly BulkRow[] }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const columns: readonly Column<BulkRow>[] = [
    {
      name: t('columns.what'),
      heading: true,
      cell: ({ reason, text }) => (
        <span className={styles.stack}>
          {text}
          <span className={styles.quiet}>{reason}</span>
        </span>
      ),
    },
    { name: t('columns.plans'), cell: row => row.plans },
    {
      name: t('columns.when'),
      cell: ({ madeAt, madeBy }) => {
        const date = formatInstant(madeAt, language)
        return madeBy === undefined ? date : t('by', { name: madeBy, date })
      },
    },
    {
      name: t('columns.undo'),
      bare: true,
      cell: ({ id, text, undoable, undoneAt, undonePlans }) =>
        undoneAt !== undefined ? (
          <Badge tone="neutral">{t('undone', { date: formatDay(undoneAt, language) })}</Badge>
        ) : undoable ? (
          <span className={styles.stack}>
            {undonePlans === 0 ? null : <Badge tone="neutral">{t('undoneIn', { count: undonePlans })}</Badge>}
            <ButtonLink look="quiet" to={`/bulk-changes/${id}/undo`} label={t('undoOf', { text })}>
              {t('undo')}
            </ButtonLink>
          </span>
        ) : (
          <span className={styles.quiet}>{t('madePlans')}</span>
        ),
    },
  ]
  return <Table caption={t('title')} columns={columns} rows={items} rowKey={row => row.id} />
}
