import type { Statement } from '../../rules-words.ts'
import { rowOf } from '../../rules-words-rows.ts'
import type { Speaker } from '../../rules-words-values.ts'
import { Contents } from '../history/statement-list.tsx'
import { Stretches } from '../history/stretches.tsx'

interface ConflictValueProps {
  readonly statement: Statement
  readonly side: 'before' | 'after'
  readonly speaker: Speaker
}

/** One of the two values, with what it holds where it is a whole part. */
export function ConflictValue({ statement, side, speaker }: ConflictValueProps) {
  const { before, after, ...about } = statement
  const value = side === 'before' ? before : after
  return (
    <>
      <p>
        <Stretches stretches={rowOf(statement, speaker)[side].map(({ text }) => ({ text }))} />
      </p>
      {value === undefined ? null : <Contents statement={{ ...about, after: value }} speaker={speaker} />}
    </>
  )
}
