import { useEffect, useRef } from 'react'
import { formatInstant } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Note } from '../../../../ui/note.tsx'
import type { Statement } from '../../rules-words.ts'
import type { Speaker } from '../../rules-words-values.ts'
import { StatementList } from '../history/statement-list.tsx'
import { historyTexts } from '../history/texts.ts'
import { useSaverName } from '../plan-header.tsx'
import type { TheirBody } from './bodies.ts'
import type { OpenMerge } from './choices.ts'
import styles from './merge.module.css'

interface BothSidesProps {
  readonly merge: OpenMerge
  readonly theirs: TheirBody
  readonly speaker: Speaker
}

/** Who saved what meanwhile, and what the writer changed, each in words. */
export function BothSides({ merge, theirs, speaker }: BothSidesProps) {
  const t = useTexts(historyTexts)
  const { language } = useLanguage()
  const saverName = useSaverName()
  const heading = useRef<HTMLHeadingElement>(null)
  // The view took the form's place: who presses the button is led here, and hears what it is.
  useEffect(() => heading.current?.focus(), [])
  const { version, author, savedAt, reason } = theirs
  const time = savedAt === undefined ? undefined : formatInstant(savedAt, language)
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t('merge.title')}
      </h2>
      <Note tone="warning">
        <p>
          {author === undefined || time === undefined
            ? t('merge.savedUnknown', { version })
            : t('merge.saved', { name: saverName(author), version, time })}
        </p>
        {reason === undefined ? null : <p>{t('reason', { reason })}</p>}
        {merge.conflicts.length === 0 ? <p>{t('merge.apart')}</p> : null}
      </Note>
      <div className={styles.sides}>
        <Side id="merge-theirs" title={t('merge.theirs')} statements={merge.theirChanges} speaker={speaker} />
        <Side id="merge-ours" title={t('merge.ours')} statements={merge.ourChanges} speaker={speaker} />
      </div>
    </>
  )
}

interface SideProps {
  readonly id: string
  readonly title: string
  readonly statements: readonly Statement[]
  readonly speaker: Speaker
}

function Side({ id, title, statements, speaker }: SideProps) {
  const t = useTexts(historyTexts)
  return (
    <section aria-labelledby={id} className={styles.side}>
      <h3 id={id}>{title}</h3>
      {statements.length === 0 ? (
        <p className={styles.quiet}>{t('merge.nothing')}</p>
      ) : (
        <StatementList statements={statements} speaker={speaker} level={4} />
      )}
    </section>
  )
}
