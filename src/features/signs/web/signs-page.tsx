import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import type { SignView } from '../contract.ts'
import { choicesQuery, type SignFilters, signsKey, signsQuery } from './api.ts'
import { Filters, filtersOf } from './filters.tsx'
import { SignCard } from './sign-card.tsx'
import styles from './signs.module.css'
import { texts } from './texts.ts'

/** Early signs in the order in which they were noticed. What narrows the list stands in the address. */
export default function SignsPage() {
  const t = useTexts(texts)
  const choices = useQuery(choicesQuery)
  const [parameters, setParameters] = useSearchParams()
  return (
    <AsyncPage query={choices}>
      {data => {
        const filters = filtersOf(parameters, data.mine)
        return (
          <Page title={t('title')} lead={t('lead')} width="medium">
            <div className={styles.about}>
              <Disclosure title={t('about')}>
                <p>{t('aboutProgress')}</p>
                <p>{t('aboutWeeks')}</p>
                <p>{t('aboutQuiet')}</p>
                <p>{t('aboutOrder')}</p>
              </Disclosure>
              <p>{t('welfare')}</p>
            </div>
            <Filters
              choices={data}
              filters={filters}
              onChange={next => setParameters(next, { preventScrollReset: true })}
            />
            <Results filters={filters} />
          </Page>
        )
      }}
    </AsyncPage>
  )
}

function Results({ filters }: { readonly filters: SignFilters }) {
  const t = useTexts(texts)
  const query = useInfiniteQuery(signsQuery(filters))
  return (
    <Async query={query}>
      {({ pages }) => {
        const signs = pages.flatMap(({ items }) => items)
        return (
          <>
            {signs.length === 0 ? (
              <Note tone="info" title={t('none')}>
                <p>{t('noneText')}</p>
              </Note>
            ) : (
              <Cards signs={signs} />
            )}
            <div className={styles.foot}>
              <p role="status">{t('shown', { count: signs.length })}</p>
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
  )
}

function Cards({ signs }: { readonly signs: readonly SignView[] }) {
  const client = useQueryClient()
  const { hash } = useLocation()
  // One's own list leads to a sign; its card is there only now.
  useEffect(() => document.getElementById(hash.slice(1))?.focus(), [hash])
  return (
    <ul className={styles.cards}>
      {signs.map(sign => (
        <li key={sign.id}>
          <SignCard sign={sign} named onChanged={() => client.invalidateQueries({ queryKey: signsKey })} />
        </li>
      ))}
    </ul>
  )
}
