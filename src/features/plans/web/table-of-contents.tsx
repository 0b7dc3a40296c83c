import { useTexts } from '../../../platform/web/language.tsx'
import type { StoredPlan } from '../rules-contacts.ts'
import styles from './plan.module.css'
import { shownSections } from './sections.tsx'
import { texts } from './texts.ts'

/** The page's sections as links: beside the page where there is room, above it elsewhere. */
export function TableOfContents({
  plan,
  conflicts,
}: {
  readonly plan: StoredPlan
  readonly conflicts: number
}) {
  const t = useTexts(texts)
  const entries = [
    ...(conflicts > 0 ? [{ id: 'conflicts', title: t('sections.conflicts') }] : []),
    { id: 'basics', title: t('sections.basics') },
    ...shownSections(plan).map(({ id }) => ({ id, title: t(`sections.${id}`) })),
    { id: 'formation', title: t('sections.formation') },
  ]
  return (
    <nav className={styles.toc} aria-labelledby="toc-title">
      <h2 id="toc-title">{t('toc')}</h2>
      <ul>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
