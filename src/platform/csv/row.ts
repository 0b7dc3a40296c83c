import { type Cell, readCell } from './cells.ts'
import type { Column, Header } from './columns.ts'

/** What is wrong with a cell: the column and the reason, never what stands there. */
export interface CellFault<Key extends string = string> {
  readonly column: Key
  readonly code: string
}

/** The cells of one row by column, with the faults that were met in reading them. */
export class RowReader<Key extends string> {
  readonly faults: CellFault<Key>[] = []
  readonly #columns: readonly Column<Key>[]
  readonly #header: Header<Key>
  readonly #cells: readonly string[]

  constructor(columns: readonly Column<Key>[], header: Header<Key>, cells: readonly string[]) {
    this.#columns = columns
    this.#header = header
    this.#cells = cells
  }

  has(column: Key): boolean {
    return this.#header.at.has(column)
  }

  /** The value; null for an empty cell or a faulty one, undefined where the file has no such column. */
  get<T>(column: Key, read: (text: string) => Cell<T>): T | null | undefined {
    const index = this.#header.at.get(column)
    if (index === undefined) return undefined
    const text = this.#cells[index] ?? ''
    if (text === '') return null
    const cell = readCell(text, this.#columns.find(one => one.key === column)?.content ?? 'text')
    const value = cell.ok ? read(cell.value) : cell
    if (value.ok) return value.value
    this.fault(column, value.code)
    return null
  }

  /** A value that must be there. */
  need<T>(column: Key, read: (text: string) => Cell<T>): T | null {
    const before = this.faults.length
    const value = this.get(column, read) ?? null
    if (value === null && this.faults.length === before) this.fault(column, 'cell-empty')
    return value
  }

  fault(column: Key, code: string): void {
    this.faults.push({ column, code })
  }
}

/** The member when there is a value for it. */
export function given<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T })
}
