import type { Passage } from '../contract-texts.ts'
import { Name } from './public-name.tsx'
import styles from './qualification.module.css'
import { TextHead } from './text-head.tsx'
import { TextLines } from './text-lines.tsx'

type Level = 'h3' | 'h4' | 'h5'

/** What is to be mastered: a heading, the words that begin each sentence, and the items that end it. */
export function Passages({
  passages,
  level,
}: {
  readonly passages: readonly Passage[]
  readonly level: Level
}) {
  return (
    <div className={styles.passages}>
      {passages.map((passage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have no names of their own and never move
        <PassageView key={at} passage={passage} level={level} />
      ))}
    </div>
  )
}

function PassageView({ passage, level }: { readonly passage: Passage; readonly level: Level }) {
  const { heading, items = [], lead, text } = passage
  return (
    <div className={styles.passage}>
      <TextHead heading={heading} lead={lead} level={level} />
      {text === undefined ? null : <TextLines text={text} />}
      {items.length === 0 ? null : (
        <ul className={styles.bullets}>
          {items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={at}>
              <Name names={item} otherwise="" />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
