import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { classes } from './classes.ts'
import { Mark, type Tone } from './note.tsx'

interface BadgeProps {
  readonly tone?: Tone | 'neutral'
  readonly children: ReactNode
}

/** A short state or count; the mark tells the tone without colour. */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span className={classes(styles.badge, styles[tone])}>
      {tone === 'neutral' ? null : <Mark tone={tone} />}
      {children}
    </span>
  )
}
