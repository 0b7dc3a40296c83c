import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { OrganisationRow } from '../contract.ts'
import { type OrganisationSearch, organisationsQuery } from './api.ts'
import { knownKinds, OrganisationLink, useKindNames } from './organisation-name.tsx'
import styles from './organisations.module.css'
import { texts } from './texts.ts'

const pause = 150

/** The text once nobody has typed for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return useDeferredValue(paused)
}

export default function OrganisationsPage() {
  const t = useTexts(texts)
  const kindNames = useKindNames()
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<string>('')
  const [standing, setStanding] = useState<'active' | 'all'>('active')
  const search = { query: usePaused(query.trim()), kind, onlyActive: standing === 'active' }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <search className={styles.search}>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          value={query}
          onChange={setQuery}
          maxLength={200}
        />
        <Choice
          label={t('kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: '', text: t('anyKind') },
            ...knownKinds.map(value => ({ value, text: kindNames([value]) })),
          ]}
        />
        <Choice
          label={t('standing')}
          value={standing}
          onChange={setStanding}
          options={[
            { value: 'active', text: t('onlyActive') },
            { value: 'all', text: t('alsoEnded') },
          ]}
        />
      </search>
      <Results search={search} />
    </Page>
  )
}

function Results({ search }: { readonly search: OrganisationSearch }) {
  const t = useTexts(texts)
  const query = useInfiniteQuery(organisationsQuery(search))
  return (
    <Async query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(page => page.items)
        const total = pages[0]?.total ?? 0
        if (total === 0) return <Nothing searched={search.query !== '' || search.kind !== ''} />
        return (
          <>
            <p role="status">{t('found', { count: total })}</p>
            <Rows rows={rows} />
            {query.hasNextPage ? (
              <Button pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </Async>
  )
}

function Nothing({ searched }: { readonly searched: boolean }) {
  const t = useTexts(texts)
  if (searched) return <p role="status">{t('none')}</p>
  return (
    <Note tone="info" title={t('empty')}>
      <p>{t('emptyText')}</p>
    </Note>
  )
}

function Rows({ rows }: { readonly rows: readonly OrganisationRow[] }) {
  const t = useTexts(texts)
  const kindNames = useKindNames()
  const columns: readonly Column<OrganisationRow>[] = [
    { name: t('name'), heading: true, cell: row => <OrganisationLink {...row} /> },
    { name: t('kind'), cell: row => kindNames(row.kinds) },
    { name: t('parent'), cell: row => (row.parent ? <OrganisationLink {...row.parent} /> : null) },
    {
      name: t('numbers'),
      cell: row => [row.businessId, row.institutionCode].filter(one => one !== undefined).join(', '),
    },
    {
      name: t('standing'),
      bare: true,
      cell: row => (row.active ? t('active') : <Badge>{t('notActive')}</Badge>),
    },
  ]
  return <Table caption={t('caption')} columns={columns} rows={rows} rowKey={row => row.oid} />
}
