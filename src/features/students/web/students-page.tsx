import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, lazy, type ReactNode, Suspense, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Button } from '../../../ui/button.tsx'
import { classes } from '../../../ui/classes.ts'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { SavedViews } from '../../saved-views/web/public.tsx'
import type { StudentChoices } from '../contract-list.ts'
import { choicesQuery } from './api.ts'
import { ExportButton } from './export-button.tsx'
import { Filters } from './filters.tsx'
import { planWriters } from './readers.ts'
import { Results } from './results.tsx'
import { addressOf, defined, type ListAddress, type ListChange, parametersOf, searchOf } from './search.ts'
import { SearchField } from './search-field.tsx'
import styles from './students.module.css'
import { texts } from './texts.ts'
import { type Chosen, useChosen } from './use-chosen.ts'

// Fetched when somebody begins to choose: the list itself should be there quickly.
const Selecting = lazy(() => import('./selecting.tsx'))

export default function StudentsPage() {
  const choices = useQuery(choicesQuery)
  return <AsyncPage query={choices}>{data => <StudentList choices={data} />}</AsyncPage>
}

/** The whole state of the list stands in the address: it can be sent to a colleague, and the browser's back works. */
function StudentList({ choices }: { readonly choices: StudentChoices }) {
  const t = useTexts(texts)
  const [parameters, setParameters] = useSearchParams()
  const address = addressOf(parameters)
  const search = searchOf(address, choices.mine)
  const change = (part: ListChange, replace = false): void =>
    setParameters(parametersOf(defined({ ...address, ...part })), { replace, preventScrollReset: true })
  const { text: _, mine, ...narrowed } = search
  const [chosen, setChosen] = useChosen()
  const mayExport = choices.export === 'all' || (choices.export === 'mine' && mine === true)
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {mayExport ? <ExportButton search={search} /> : null}
          <ChooseButton choosing={chosen !== undefined} onChange={setChosen} />
        </>
      }
    >
      <Scopes mine={mine === true} address={address} />
      <div className={styles.tools}>
        {/* Each key is no step to go back to. */}
        <SearchField value={address.text ?? ''} onSearch={text => change({ text }, true)} />
        <Narrowing>
          <Filters address={address} choices={choices} onChange={part => change(part)} />
          <SavedViews
            query={{ ...narrowed, mine: mine === true }}
            onOpen={({ mine: own, ...query }) =>
              setParameters(parametersOf({ ...query, scope: own === true ? 'mine' : 'all' }))
            }
          />
        </Narrowing>
      </div>
      <Choosing
        search={search}
        picking={chosen && { chosen, onChange: setChosen }}
        onSort={sort => change({ sort })}
      />
    </Page>
  )
}

interface ChooseButtonProps {
  readonly choosing: boolean
  readonly onChange: (chosen: Chosen | undefined) => void
}

/** For those who change plans. One button both ways, so that the focus stays where it was. */
function ChooseButton({ choosing, onChange }: ChooseButtonProps) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  if (!roles.some(role => planWriters.some(writer => writer === role))) return null
  return (
    <Button onPress={() => onChange(choosing ? undefined : new Set())}>
      {t(choosing ? 'stopChoosing' : 'choose')}
    </Button>
  )
}

type ChoosingProps = ComponentProps<typeof Results>

function Choosing(props: ChoosingProps) {
  const { picking, search } = props
  const results = <Results {...props} />
  if (picking === undefined) return results
  return (
    <Suspense fallback={results}>
      <Selecting search={search} {...picking}>
        {results}
      </Selecting>
    </Suspense>
  )
}

/** On a narrow screen the results come first, and the ways to narrow them behind a press. */
function Narrowing({ children }: { readonly children: ReactNode }) {
  const t = useTexts(texts)
  const [wide] = useState(() => window.matchMedia('(min-width: 40rem)').matches)
  return (
    <details className={styles.narrowing} open={wide}>
      <summary>{t('filters')}</summary>
      <div className={styles.tools}>{children}</div>
    </details>
  )
}

/** My students, all, and the way to my groups. */
function Scopes({ mine, address }: { readonly mine: boolean; readonly address: ListAddress }) {
  const t = useTexts(texts)
  const to = (scope: 'mine' | 'all') => `/students?${parametersOf({ ...address, scope })}`
  return (
    <nav className={styles.scopes} aria-label={t('scopes')}>
      <ul>
        <Scope here={mine} to={to('mine')} text={t('mine')} />
        <Scope here={false} to="/groups" text={t('myGroups')} />
        <Scope here={!mine} to={to('all')} text={t('all')} />
      </ul>
    </nav>
  )
}

interface ScopeProps {
  readonly here: boolean
  readonly to: string
  readonly text: string
}

function Scope({ here, to, text }: ScopeProps) {
  const current = here ? ({ 'aria-current': 'page' } as const) : {}
  return (
    <li>
      <Link className={classes(styles.scope, here && styles.here)} to={to} {...current}>
        {text}
      </Link>
    </li>
  )
}
