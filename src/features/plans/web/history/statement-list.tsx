import { useMemo } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { describeContents, type Statement } from '../../rules-words.ts'
import { groupStatements, sentenceOf } from '../../rules-words-sentences.ts'
import type { Speaker } from '../../rules-words-values.ts'
import styles from './history.module.css'
import { Stretches } from './stretches.tsx'
import { historyTexts } from './texts.ts'

interface StatementListProps {
  readonly statements: readonly Statement[]
  readonly speaker: Speaker
  /** The level below the heading that the list stands under. */
  readonly level: 3 | 4
}

/** A difference in words, by the parts of the plan. */
export function StatementList({ statements, speaker, level }: StatementListProps) {
  const groups = useMemo(() => groupStatements(statements, speaker), [statements, speaker])
  const Heading = `h${level}` as const
  return (
    <ul className={styles.groups}>
      {groups.map(group => (
        <li key={`${group.pointer} ${group.heading}`} className={styles.group}>
          <Heading className={styles.groupName}>{group.heading}</Heading>
          <ul className={styles.statements}>
            {group.statements.map(statement => (
              <li key={`${statement.code} ${statement.pointer} ${statement.keys.join()}`}>
                <StatementWords statement={statement} speaker={speaker} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function StatementWords({
  statement,
  speaker,
}: {
  readonly statement: Statement
  readonly speaker: Speaker
}) {
  return (
    <>
      <p>
        <Stretches
          stretches={sentenceOf(statement, speaker, { underHeading: true })}
          woven={statement.code === 'text'}
        />
      </p>
      <Contents statement={statement} speaker={speaker} />
    </>
  )
}

/** What a part holds that came or went: behind its name, because it may be long. */
export function Contents({
  statement,
  speaker,
}: {
  readonly statement: Statement
  readonly speaker: Speaker
}) {
  const t = useTexts(historyTexts)
  const contents = useMemo(() => describeContents(statement), [statement])
  if (contents.length < 2) return null
  return (
    <Disclosure title={t('contents')}>
      <ul className={styles.statements}>
        {contents.map(one => (
          <li key={`${one.code} ${one.pointer} ${one.keys.join()}`}>
            <Stretches
              stretches={sentenceOf(one, speaker, { underHeading: true }).map(({ text }) => ({ text }))}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
