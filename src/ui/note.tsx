import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './note.module.css'

export type Tone = 'info' | 'warning' | 'error' | 'success'

interface NoteProps {
  readonly tone: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** `status` and `alert` are read aloud when the note appears. */
  readonly live?: 'status' | 'alert'
  readonly compact?: boolean
}

export function Note({ tone, title, children, live, compact = false }: NoteProps) {
  return (
    <div
      className={classes(styles.note, styles[tone], compact && styles.compact)}
      {...(live === undefined ? {} : { role: live })}
    >
      <Mark tone={tone} />
      <div className={styles.content}>
        {title === undefined ? null : <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}

const marks: Readonly<Record<Tone, string>> = {
  error: 'M8 1 15 8 8 15 1 8Z M8 4.5v4.2 M8 10.6v1',
  warning: 'M8 1.5 15 14H1Z M8 6v4 M8 11.5v1',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z M8 7v4.5 M8 4.4v1',
  success: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z M4.8 8.2 7 10.4l4.2-4.6',
}

/** A shape for each tone, so that colour is never the only sign. */
export function Mark({ tone }: { readonly tone: Tone }) {
  return (
    <svg className={classes(styles.mark, styles[`${tone}Mark`])} viewBox="0 0 16 16" aria-hidden="true">
      <path d={marks[tone]} />
    </svg>
  )
}
