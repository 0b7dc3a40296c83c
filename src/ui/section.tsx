import type { ReactNode } from 'react'
import styles from './section.module.css'

interface SectionProps {
  readonly id: string
  readonly title: ReactNode
  readonly count?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A named part of a page, with room around it. */
export function Section({ id, title, count, actions, children }: SectionProps) {
  return (
    <section className={styles.section} id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>
          {title}
          {count === undefined ? null : <span className={styles.count}>{count}</span>}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
