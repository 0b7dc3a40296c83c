import type { ReactNode } from 'react'
import styles from './disclosure.module.css'

/** Something that most do not need, behind its name: the browser's own, which every keyboard opens. */
export function Disclosure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{title}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
