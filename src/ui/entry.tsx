import type { ReactNode } from 'react'
import styles from './entry.module.css'

/** Things that people have said or promised, one under the other. */
export function Entries({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.entries}>{children}</ul>
}

interface EntryProps {
  /** Where links may lead to it. */
  readonly id?: string
  readonly title: ReactNode
  /** Beside the title, such as how it stands. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Entry({ aside, children, id, title }: EntryProps) {
  return (
    <li className={styles.entry} {...(id === undefined ? {} : { id, tabIndex: -1 })}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {aside}
      </div>
      {children}
    </li>
  )
}

/** Somebody's own words, with their line breaks. */
export function Said({ children }: { readonly children: ReactNode }) {
  return <p className={styles.said}>{children}</p>
}

/** When and by whom, said quietly. */
export function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>
}

/** What was answered, set apart from what was asked. */
export function Answer({ by, children }: { readonly by: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.answer}>
      <p className={styles.quiet}>{by}</p>
      <p className={styles.said}>{children}</p>
    </div>
  )
}

/** Buttons under a form that stands on a page, or under an entry. */
export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
