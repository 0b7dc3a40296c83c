import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import styles from './plan.module.css'
import { texts } from './texts.ts'

interface UnitCardProps {
  readonly title: ReactNode
  readonly points?: number | undefined
  readonly children: ReactNode
}

/** A unit of the plan, with its name and size at the top. */
export function UnitCard({ title, points, children }: UnitCardProps) {
  const t = useTexts(texts)
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h3>{title}</h3>
        {points === undefined ? null : (
          <span className={styles.points}>{t('points', { points: points })}</span>
        )}
      </header>
      {children}
    </article>
  )
}
