import type { Cell, DraftRow } from '../contract.ts'

export interface CellChange {
  readonly key: string
  readonly column: string
  /** Null takes the answer away. */
  readonly text: string | null
}

export type RowAnswers = Readonly<Record<string, string | null>>
/** By the row's key. */
export type AnswersByRow = ReadonlyMap<string, RowAnswers>

export interface Conflict {
  readonly key: string
  readonly mine: RowAnswers
}

/** What somebody answered in the cell; null where it shows what is known. */
export function answerIn(rows: readonly DraftRow[], { column, key }: CellChange): string | null {
  const row = rows.find(one => one.key === key)
  if (column === 'included') return row?.problem === 'left-out' ? '–' : null
  const cell = row?.cells[column]
  return cell?.answered === true ? cell.text : null
}

export const grouped = (changes: readonly CellChange[]): AnswersByRow =>
  new Map(
    [...Map.groupBy(changes, ({ key }) => key)].map(([key, own]) => [
      key,
      Object.fromEntries(own.map(({ column, text }) => [column, text])),
    ]),
  )

export function joined(before: AnswersByRow, after: AnswersByRow): AnswersByRow {
  const all = new Map(before)
  for (const [key, answers] of after) all.set(key, { ...all.get(key), ...answers })
  return all
}

export function overlaid(row: DraftRow, answers: RowAnswers | undefined): DraftRow {
  if (answers === undefined) return row
  const cells = Object.fromEntries(
    Object.entries(answers).map(([column, text]): [string, Cell] => [
      column,
      { state: 'known', text: text ?? '', answered: text !== null },
    ]),
  )
  return { ...row, cells: { ...row.cells, ...cells } }
}
