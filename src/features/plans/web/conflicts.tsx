import { useMemo } from 'react'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Tree } from '../rules-tree.ts'
import { describeChoice } from '../rules-words-places.ts'
import { placeWords } from '../rules-words-rows.ts'
import { headingOf } from '../rules-words-sentences.ts'
import type { Speaker } from '../rules-words-values.ts'
import type { Conflict, PlanView } from './api.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { useSpeaker } from './history/speaker.ts'
import { ConflictValue } from './merge/conflict-value.tsx'
import styles from './plan.module.css'
import { texts } from './texts.ts'

/** Where the student register and the people here said different things: both, and which one holds. */
export function Conflicts({ view }: { readonly view: PlanView }) {
  const t = useTexts(texts)
  const speaker = useSpeaker(view)
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
            <ConflictWords view={view} conflict={conflict} speaker={speaker} />
            {mayChoose ? <ConflictChoice view={view} conflict={conflict} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface ConflictWordsProps {
  readonly view: PlanView
  readonly conflict: Conflict
  readonly speaker: Speaker
}

/** In the words of a merge: what the register said stands where a colleague's value would. */
function ConflictWords({ view, conflict, speaker }: ConflictWordsProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const statement = useMemo(() => {
    const { pointer, base, register, here } = conflict
    const sides = { base: base as Tree, theirs: register as Tree, ours: here as Tree }
    return describeChoice(view.plan, { pointer, ...sides })
  }, [view.plan, conflict])
  return (
    <>
      <header className={styles.cardHead}>
        <h3>
          {headingOf(statement, speaker)}: {placeWords(statement, speaker)}
        </h3>
      </header>
      <Facts dense>
        <Fact name={t('conflict.register')}>
          <ConflictValue statement={statement} side="before" speaker={speaker} />
        </Fact>
        <Fact name={t('conflict.here')}>
          <ConflictValue statement={statement} side="after" speaker={speaker} />
        </Fact>
      </Facts>
      <p className={styles.outcome}>
        <strong>
          {conflict.taken === 'register' ? t('conflict.takenRegister') : t('conflict.takenHere')}
        </strong>{' '}
        <span className={styles.quiet}>
          {t('conflict.at', { time: formatInstant(conflict.at, language) })}
        </span>
      </p>
    </>
  )
}
