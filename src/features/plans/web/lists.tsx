import type { ReactNode } from 'react'
import styles from './plan.module.css'

/** Short values one under the other; nothing for an empty or absent list. */
export function lines<T>(
  items: readonly T[] | undefined,
  draw: (item: T) => ReactNode,
): ReactNode | undefined {
  if (items === undefined || items.length === 0) return undefined
  return (
    <ul className={styles.lines}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values of a read-only list have no identity of their own
        <li key={index}>{draw(item)}</li>
      ))}
    </ul>
  )
}

/** Free text keeps its line breaks; an empty one says nothing. */
export function prose(text: string | undefined): ReactNode | undefined {
  return text === undefined || text.trim() === '' ? undefined : <span className={styles.prose}>{text}</span>
}
