/** Two teachers on one group: what one answers is put over what was read, and never over what somebody else wrote since. */
import type { Answers, RowChange } from './contract.ts'

export interface PresentRow {
  readonly key: string
  readonly version: number
  readonly answers: Answers
}

export interface Answering {
  readonly changed: readonly { readonly key: string; readonly answers: Answers; readonly columns: string[] }[]
  /** Rows that somebody changed since they were read, or that are not there. */
  readonly conflicts: readonly string[]
}

export function answersAfter(rows: readonly PresentRow[], changes: readonly RowChange[]): Answering {
  const present = new Map(rows.map(row => [row.key, row]))
  const conflicts: string[] = []
  const changed = changes.flatMap(({ answers, key, version }) => {
    const row = present.get(key)
    if (row === undefined || row.version !== version) {
      conflicts.push(key)
      return []
    }
    const columns = Object.keys(answers).filter(column => (row.answers[column] ?? null) !== answers[column])
    if (columns.length === 0) return []
    const next = Object.entries({ ...row.answers, ...answers }).filter(
      (entry): entry is [string, string] => entry[1] !== null && entry[1].trim() !== '',
    )
    return [{ key, answers: Object.fromEntries(next), columns }]
  })
  return { changed, conflicts }
}
