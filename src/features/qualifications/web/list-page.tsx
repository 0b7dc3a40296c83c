import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { ListedQualification } from '../contract-browse.ts'
import { qualificationsQuery } from './api.ts'
import { Name } from './public-name.tsx'
import styles from './qualification.module.css'
import { texts } from './texts.ts'
import { pointsWords, validityWords } from './words.ts'

export default function QualificationsPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [words, setWords] = useState('')
  const [onlyValid, setOnlyValid] = useState(false)
  const asked = useDeferredValue(words.trim())
  const query = useInfiniteQuery(qualificationsQuery(asked, onlyValid, language))
  const searching = asked !== '' || onlyValid
  return (
    <Page title={t('title')} lead={t('lead')}>
      {/* biome-ignore lint/a11y/useSemanticElements: the search element is too new for the browsers we serve */}
      <div role="search" className={styles.search}>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          value={words}
          onChange={setWords}
          maxLength={200}
        />
        <Check label={t('onlyValid')} checked={onlyValid} onChange={setOnlyValid} />
      </div>
      <Async query={query}>
        {data => {
          const items = data.pages.flatMap(page => page.items)
          const total = data.pages[0]?.total ?? 0
          if (total === 0 && !searching)
            return (
              <Note tone="info" title={t('noneLoaded')}>
                <p>{t('noneLoadedText')}</p>
              </Note>
            )
          return (
            <>
              <p role="status" className={styles.count}>
                {total === 0 ? t('nothing') : t('found', { count: total })}
              </p>
              {total === 0 ? null : <QualificationTable items={items} />}
              {query.hasNextPage ? (
                <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              ) : null}
            </>
          )
        }}
      </Async>
    </Page>
  )
}

function QualificationTable({ items }: { readonly items: readonly ListedQualification[] }) {
  const t = useTexts(texts)
  const columns: readonly Column<ListedQualification>[] = [
    {
      name: t('columns.name'),
      heading: true,
      cell: one => (
        <Link to={`/qualifications/${one.id}`}>
          <Name names={one.names} otherwise={one.diaryNumber} />
        </Link>
      ),
    },
    { name: t('columns.diary'), cell: one => one.diaryNumber },
    { name: t('columns.size'), cell: one => pointsWords(one.totalPoints, t) ?? '–' },
    { name: t('columns.validity'), cell: one => <Validity qualification={one} /> },
  ]
  return <Table caption={t('title')} columns={columns} rows={items} rowKey={one => String(one.id)} />
}

const tones = { 'not-yet': 'info', 'in-force': 'success', transition: 'warning', ended: 'neutral' } as const

function Validity({ qualification }: { readonly qualification: ListedQualification }) {
  const t = useTexts(texts)
  return <Badge tone={tones[qualification.validity]}>{validityWords(qualification, t)}</Badge>
}
