import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { classes } from './classes.ts'
import { useHeadingFocus } from './focus.tsx'
import styles from './page.module.css'

interface PageProps {
  readonly title: string
  /** The last word of the window's title; the service's name. */
  readonly service?: string
  readonly lead?: ReactNode
  /** Small line above the heading, such as what kind of thing the heading names. */
  readonly eyebrow?: ReactNode
  readonly back?: { readonly to: string; readonly text: string }
  readonly actions?: ReactNode
  readonly width?: 'wide' | 'medium' | 'reading'
  readonly children: ReactNode
}

/** A page's frame: window title, way back, heading that takes the focus, actions, content. */
export function Page({
  title,
  service = 'Yhdessä',
  lead,
  eyebrow,
  back,
  actions,
  width,
  children,
}: PageProps) {
  const heading = useHeadingFocus()
  useEffect(() => {
    document.title = `${title} – ${service}`
  }, [title, service])
  return (
    <div
      className={classes(
        styles.page,
        width === 'reading' && styles.reading,
        width === 'medium' && styles.medium,
      )}
    >
      <header className={styles.header}>
        {back === undefined ? null : (
          <p className={styles.back}>
            <Link to={back.to}>{back.text}</Link>
          </p>
        )}
        <div className={styles.titleRow}>
          <div>
            {eyebrow === undefined ? null : <p className={styles.eyebrow}>{eyebrow}</p>}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
          </div>
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </div>
        {lead === undefined ? null : <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  )
}
