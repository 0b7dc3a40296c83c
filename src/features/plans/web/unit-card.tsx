import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { CodeName } from './code-name.tsx'
import { EditLink } from './edit-link.tsx'
import { partId } from './jump.ts'
import styles from './plan.module.css'
import { texts } from './texts.ts'
import { useValueWords } from './values.tsx'

interface UnitCardProps {
  /** Names the part, where it has a code; else `name` does. */
  readonly code?: string
  readonly name?: string | undefined
  readonly pointer: string
  readonly points?: number | undefined
  readonly children: ReactNode
}

/** A part of the plan, with its name and size at the top. */
export function UnitCard({ code, name, pointer, points, children }: UnitCardProps) {
  const t = useTexts(texts)
  const words = useValueWords()
  const said = name === undefined || name === '' ? t('unknown') : name
  return (
    <article className={styles.card} id={partId(pointer)} tabIndex={-1}>
      <header className={styles.cardHead}>
        <h3>{code === undefined ? said : <CodeName code={code} />}</h3>
        <span className={styles.cardSide}>
          {points === undefined ? null : <span className={styles.points}>{t('points', { points })}</span>}
          <EditLink pointer={pointer} name={code === undefined ? said : words(code)} />
        </span>
      </header>
      {children}
    </article>
  )
}
