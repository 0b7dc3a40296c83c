import type { ReactNode } from 'react'
import { Loading, type Query } from './async.tsx'
import { Button, ButtonLink } from './button.tsx'
import styles from './page.module.css'
import { Page } from './page.tsx'
import { useUiTexts } from './texts.tsx'

interface FailurePageProps {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly back?: { readonly to: string; readonly text: string }
  readonly children?: ReactNode
}

/** A whole page for something that could not be shown: heading and reason in the reader's language. */
export function FailurePage({ error, onRetry, back, children }: FailurePageProps) {
  const texts = useUiTexts()
  const { title, detail, lasting = false } = texts.describe(error)
  // Where trying again does not help, the way back is the way on.
  const leave = lasting && back !== undefined
  return (
    <Page title={title} lead={detail} width="reading" {...(back === undefined || leave ? {} : { back })}>
      {children}
      {leave ? <ButtonLink to={back.to}>{back.text}</ButtonLink> : null}
      {lasting || onRetry === undefined ? null : <Button onPress={onRetry}>{texts.retry}</Button>}
    </Page>
  )
}

interface AsyncPageProps<T> {
  readonly query: Query<T>
  readonly back?: { readonly to: string; readonly text: string }
  readonly children: (data: T) => ReactNode
}

/** A page that is nothing without its data: loading, the page, or a page that tells what went wrong. */
export function AsyncPage<T>({ query, back, children }: AsyncPageProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error === null || query.error === undefined)
    return (
      <div className={styles.page}>
        <Loading />
      </div>
    )
  return (
    <FailurePage
      error={query.error}
      onRetry={() => void query.refetch()}
      {...(back === undefined ? {} : { back })}
    />
  )
}
