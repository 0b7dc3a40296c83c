import { useTexts } from '../../../platform/web/language.tsx'
import type { StoredPlan } from '../rules-contacts.ts'
import styles from './plan.module.css'
import { shownSections } from './sections.tsx'
import { texts } from './texts.ts'

/** The parts of the plan as links: beside the page where there is room, above it elsewhere. */
export function TableOfContents({ plan }: { readonly plan: StoredPlan }) {
  const t = useTexts(texts)
  const entries = [
    { id: 'basics', title: t('sections.basics') },
    ...shownSections(plan).map(({ id }) => ({ id, title: t(`sections.${id}`) })),
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
