import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Name } from '../../qualifications/web/public-name.tsx'
import type { TemplateRow } from '../contract-api.ts'
import { templatesQuery } from './api.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'

export default function TemplatesPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [words, setWords] = useState('')
  const [retired, setRetired] = useState(false)
  const query = useQuery(templatesQuery(useDeferredValue(words.trim()), retired, language))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className={styles.actions}>
          <ButtonLink to="/templates/received">{t('given')}</ButtonLink>
          <ButtonLink look="primary" to="/templates/new">
            {t('make')}
          </ButtonLink>
        </div>
      }
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the search element is too new for the browsers we serve */}
      <div role="search" className={styles.search}>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          value={words}
          onChange={setWords}
          maxLength={200}
        />
        <Check label={t('withRetired')} checked={retired} onChange={setRetired} />
      </div>
      <Async query={query}>
        {({ items, total }) =>
          total === 0 ? (
            <Note tone="info" title={t('none')}>
              <p>{t('noneText')}</p>
            </Note>
          ) : (
            <>
              <p role="status" className={styles.count}>
                {items.length === 0 ? t('nothing') : t('found', { count: items.length })}
              </p>
              {items.length === 0 ? null : <TemplateTable items={items} />}
            </>
          )
        }
      </Async>
    </Page>
  )
}

function TemplateTable({ items }: { readonly items: readonly TemplateRow[] }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const columns: readonly Column<TemplateRow>[] = [
    { name: t('columns.name'), heading: true, cell: row => <TemplateName row={row} /> },
    {
      name: t('columns.qualification'),
      cell: ({ competenceArea, competenceAreaNames, diaryNumber, qualificationNames }) => (
        <span className={styles.stack}>
          <Name names={qualificationNames} otherwise={diaryNumber} />
          {competenceArea === undefined ? null : (
            <span className={styles.quiet}>
              <Name names={competenceAreaNames} otherwise={competenceArea} />
            </span>
          )}
        </span>
      ),
    },
    { name: t('columns.group'), cell: row => row.groupCode ?? '–' },
    { name: t('columns.changed'), cell: row => formatDay(row.changedAt, language) },
    { name: t('columns.version'), cell: row => row.version },
  ]
  return <Table caption={t('title')} columns={columns} rows={items} rowKey={row => row.id} />
}

function TemplateName({ row }: { readonly row: TemplateRow }) {
  const t = useTexts(texts)
  return (
    <span className={styles.stack}>
      <Link to={`/templates/${row.id}`}>{row.name}</Link>
      {row.origin === undefined ? null : (
        <span className={styles.quiet}>
          {t('origin', { provider: row.origin.providerName, version: row.origin.version })}
        </span>
      )}
      {row.newer === undefined ? null : (
        <Badge tone="info">{t('newer', { version: row.newer.version })}</Badge>
      )}
      {row.retired ? <Badge tone="neutral">{t('retired')}</Badge> : null}
    </span>
  )
}
