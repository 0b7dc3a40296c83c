import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './audit.module.css'
import { texts } from './texts.ts'

interface PickOneProps<T> {
  readonly label: string
  readonly hint: string
  /** Who is chosen, by name; undefined while nobody is. */
  readonly chosen: string | undefined
  /** Of what kind those are who are searched: apart in the memory of answers. */
  readonly noun: string
  readonly search: (text: string, signal: AbortSignal) => Promise<{ readonly items: readonly T[] }>
  readonly nameOf: (item: T) => string
  readonly idOf: (item: T) => string
  readonly onChange: (id: string | undefined) => void
}

const pause = 250

/** Somebody chosen by name: what is typed is searched after a pause, and the found are buttons. */
export function PickOne<T>({ chosen, ...props }: PickOneProps<T>) {
  const t = useTexts(texts)
  if (chosen === undefined) return <Search {...props} />
  return (
    <div className={fields.field}>
      <span className={fields.label}>{props.label}</span>
      <div className={styles.chosen}>
        <span>{chosen}</span>
        <Button look="quiet" label={t('clear', { name: chosen })} onPress={() => props.onChange(undefined)}>
          ×
        </Button>
      </div>
    </div>
  )
}

function Search<T>({ label, hint, noun, search, nameOf, idOf, onChange }: Omit<PickOneProps<T>, 'chosen'>) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const query = useQuery({
    queryKey: ['audit', noun, text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: text.length > 1,
  })
  const items = text === '' ? undefined : query.data?.items
  return (
    <div>
      <TextField label={label} hint={hint} value={typed} onChange={setTyped} maxLength={100} />
      {query.error === null ? null : <Failure error={query.error} />}
      <p className={styles.told} role="status">
        {items === undefined ? '' : items.length === 0 ? t('nobody') : t('found', { count: items.length })}
      </p>
      {items === undefined || items.length === 0 ? null : (
        <ul className={styles.found} aria-label={label}>
          {items.map(item => (
            <li key={idOf(item)}>
              <Button onPress={() => onChange(idOf(item))}>{nameOf(item)}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What was typed, once the typing has paused: each search is asked, and marked, on its own. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
