import type { ReactNode } from 'react'
import styles from './async.module.css'
import { Button } from './button.tsx'
import { Note } from './note.tsx'
import { useUiTexts } from './texts.tsx'

/** What a query knows now; TanStack Query's result fits as it is. */
export interface Query<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

interface AsyncProps<T> {
  readonly query: Query<T>
  readonly children: (data: T) => ReactNode
}

/** Shows loading, then the data or what went wrong in words. */
export function Async<T>({ query, children }: AsyncProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error === null || query.error === undefined) return <Loading />
  return <Failure error={query.error} onRetry={() => void query.refetch()} />
}

export function Loading() {
  const texts = useUiTexts()
  return (
    <p className={styles.loading} role="status">
      {texts.loading}
    </p>
  )
}

/** An error as text in the reader's language; read aloud when it appears. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const texts = useUiTexts()
  const { title, detail } = texts.describe(error)
  return (
    <Note tone="error" title={title} live="alert">
      {detail === undefined ? null : <p>{detail}</p>}
      {onRetry === undefined ? null : <Button onPress={onRetry}>{texts.retry}</Button>}
    </Note>
  )
}
