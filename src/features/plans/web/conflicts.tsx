import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PlanView } from './api.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import type { PlaceName } from './place-names.ts'
import styles from './plan.module.css'
import { texts } from './texts.ts'
import { useValueWords } from './values.tsx'

interface ConflictsProps {
  readonly view: PlanView
  readonly placeName: PlaceName
}

/** Where the student register and the people here said different things: both, and which one holds. */
export function Conflicts({ view, placeName }: ConflictsProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const words = useValueWords()
  const { conflicts, permittedActions } = view
  const mayChoose = permittedActions.includes('update')
  if (conflicts.length === 0) return null
  return (
    <Section id="conflicts" title={t('sections.conflicts')}>
      <p className={styles.lead}>
        {t('conflict.lead')} {mayChoose ? t('conflict.choose') : t('conflict.others')}
      </p>
      <ul className={styles.cards}>
        {conflicts.map(conflict => (
          <li key={conflict.id} className={styles.card}>
            <header className={styles.cardHead}>
              <h3>{placeName(conflict.pointer)}</h3>
            </header>
            <Facts dense>
              <Fact name={t('conflict.register')}>{words(conflict.register, conflict.pointer)}</Fact>
              <Fact name={t('conflict.here')}>{words(conflict.here, conflict.pointer)}</Fact>
            </Facts>
            <p className={styles.outcome}>
              <strong>
                {conflict.taken === 'register' ? t('conflict.takenRegister') : t('conflict.takenHere')}
              </strong>{' '}
              <span className={styles.quiet}>
                {t('conflict.at', { time: formatInstant(conflict.at, language) })}
              </span>
            </p>
            {mayChoose ? <ConflictChoice view={view} conflict={conflict} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
