import { isTreeObject, type Tree, type TreeObject } from './rules-tree.ts'
import type { Statement } from './rules-words.ts'
import { capital, fieldWords, headOf, kindWords, subjectWords, valueSaid } from './rules-words-sentences.ts'
import { type Stretch, wordDifference } from './rules-words-texts.ts'
import { partWords, type Speaker, wordTexts } from './rules-words-values.ts'

/** A statement as a line of a table: what it is about, and how that stands on either side. */
export interface Row {
  readonly what: string
  readonly before: readonly Stretch[]
  readonly after: readonly Stretch[]
}

export function rowOf(statement: Statement, speaker: Speaker): Row {
  const { code, before, after } = statement
  if (code === 'reordered') {
    const { place } = wordTexts[speaker.language]
    const at = (number: number | undefined) => [{ text: place.replace('{place}', String(number ?? '')) }]
    return { what: placeWords(statement, speaker), before: at(statement.from), after: at(statement.to) }
  }
  if (code === 'text') {
    const words = wordDifference(String(before), String(after))
    return {
      what: placeWords(statement, speaker),
      before: words.filter(({ mark }) => mark !== 'after'),
      after: words.filter(({ mark }) => mark !== 'before'),
    }
  }
  const side = (name: 'before' | 'after') => sideWords(statement, name, speaker)
  return { what: placeWords(statement, speaker), before: side('before'), after: side('after') }
}

/** What a statement is about, under the heading of its part: "the workplace period (Testiyritys Oy): part-time share". */
export function placeWords(statement: Statement, speaker: Speaker): string {
  const { subjects, field, keys } = statement
  const below = subjects.slice(headOf(subjects).length)
  const own = subjects.at(-1)
  const parts = below.map(subject => subjectWords(subject, speaker))
  if (field !== undefined) parts.push(fieldWords(statement, speaker))
  else if (parts.length === 0 && own !== undefined) parts.push(kindWords(own, speaker))
  if (field === undefined && keys.length > 0) parts.push(wordTexts[speaker.language].nouns.time)
  return capital(parts.join(': '))
}

function sideWords(statement: Statement, side: 'before' | 'after', speaker: Speaker): Stretch[] {
  const value = statement[side]
  const other = statement[side === 'before' ? 'after' : 'before']
  if (value === undefined) return [{ text: wordTexts[speaker.language].absent }]
  const mark = other === undefined || statement.code === 'same' ? {} : { mark: side }
  return [
    {
      text: isPart(statement, value) ? partWords(value, speaker) : valueSaid(statement, side, speaker),
      ...mark,
    },
  ]
}

/** A part as a whole, and not its time or its place. */
function isPart({ field, code }: Statement, value: Tree): value is TreeObject {
  return field === undefined && ['added', 'removed', 'set'].includes(code) && isTreeObject(value)
}
