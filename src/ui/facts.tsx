import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './facts.module.css'

/** Names and values, side by side where there is room. */
export function Facts({
  children,
  dense = false,
}: {
  readonly children: ReactNode
  readonly dense?: boolean
}) {
  return <dl className={classes(styles.facts, dense && styles.dense)}>{children}</dl>
}

interface FactProps {
  readonly name: ReactNode
  readonly children: ReactNode
  readonly id?: string
  /** Stands beside the value: a remark about exactly this field. */
  readonly aside?: ReactNode
}

export function Fact({ name, children, id, aside }: FactProps) {
  return (
    <div className={styles.fact} {...(id === undefined ? {} : { id, tabIndex: -1 })}>
      <dt>{name}</dt>
      <dd className={styles.value}>{children}</dd>
      {aside === undefined || aside === null ? null : <dd className={styles.aside}>{aside}</dd>}
    </div>
  )
}
