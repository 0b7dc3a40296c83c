import { useTexts } from '../../../platform/web/language.tsx'
import type { Passage } from '../contract-texts.ts'
import { Name } from './public-name.tsx'
import styles from './qualification.module.css'
import { TextLines } from './text-lines.tsx'
import { texts } from './texts.ts'

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

function PassageView({ passage, level: Heading }: { readonly passage: Passage; readonly level: Level }) {
  const t = useTexts(texts)
  const { heading, items = [], lead, text } = passage
  return (
    <div className={styles.passage}>
      {heading === undefined ? null : (
        <Heading>
          <Name names={heading} otherwise={t('unnamed')} />
        </Heading>
      )}
      {lead === undefined ? null : (
        <p>
          <Name names={lead} otherwise="" />
        </p>
      )}
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
