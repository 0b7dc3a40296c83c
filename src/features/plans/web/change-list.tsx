import { useMemo } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Hidden } from '../../../ui/hidden.tsx'
import type { Change } from './api.ts'
import { placeNames } from './place-names.ts'
import { useReading } from './reading.tsx'
import { texts } from './texts.ts'
import { useValueWords } from './values.tsx'
import styles from './versions.module.css'

interface ChangeListProps {
  readonly version: number
  readonly changes: readonly Change[]
  /** The newest body names the places; a part that is gone is then called by its number. */
  readonly body: unknown
}

/** A version's difference in words: where, what it was, what it became. */
export function ChangeList({ version, changes, body }: ChangeListProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { names } = useReading()
  const placeName = useMemo(() => placeNames({ body, names, language, t }), [body, names, language, t])
  if (changes.length === 0)
    return <p className={styles.quiet}>{version === 1 ? t('versions.first') : t('versions.unchanged')}</p>
  return (
    <details className={styles.details} open={changes.length <= 6}>
      <summary>{t('versions.changes', { count: changes.length })}</summary>
      <ul className={styles.changes}>
        {changes.map(change => (
          <li key={`${change.kind} ${change.pointer}`}>
            <p className={styles.place}>{placeName(change.pointer)}</p>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function ChangeWords({ change }: { readonly change: Change }) {
  const t = useTexts(texts)
  const words = useValueWords()
  if (change.kind === 'move') return <p>{t('versions.moved')}</p>
  if (change.kind === 'add')
    return (
      <p>
        {t('versions.added')}: <ins>{words(change.after, change.pointer)}</ins>
      </p>
    )
  if (change.kind === 'remove')
    return (
      <p>
        {t('versions.removed')}: <del>{words(change.before, change.pointer)}</del>
      </p>
    )
  return (
    <p>
      <Hidden>{t('versions.changed')}: </Hidden>
      <del>{words(change.before, change.pointer)}</del> <span aria-hidden="true">→</span>{' '}
      <ins>{words(change.after, change.pointer)}</ins>
    </p>
  )
}
