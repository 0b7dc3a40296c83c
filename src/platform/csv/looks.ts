import type { Column, Content, Header } from './columns.ts'
import { CsvFault } from './fault.ts'

/** What a cell looks like, whatever its column is called. */
type Look = 'learner-number' | 'date' | 'email' | 'number' | 'text'

const shapes: readonly (readonly [Look, RegExp])[] = [
  ['learner-number', /^1\.2\.246\.562\.\d/],
  ['date', /^(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})$/],
  ['email', /^[^\s@]+@[^\s@]+$/],
  ['number', /^\+?[\d\s()-]+$/],
]

const fits: Readonly<Record<Content, readonly Look[]>> = {
  'learner-number': ['learner-number', 'number', 'text'],
  name: ['text'],
  text: ['text', 'number'],
  code: ['text', 'number'],
  date: ['date', 'number', 'text'],
  language: ['text'],
  email: ['email', 'text'],
  phone: ['number', 'text'],
  'postal-code': ['number', 'text'],
  'yes-no': ['text', 'number'],
  roles: ['text'],
}

function lookOf(cell: string): Look {
  return shapes.find(([, shape]) => shape.test(cell))?.[0] ?? 'text'
}

// Of one or two rows nothing can be said but that they are wrong, and that is told row by row.
const rowsNeeded = 3

/** Counts what the cells of each column look like, to notice columns that have changed places. */
export class Looks<Key extends string> {
  readonly #columns: readonly Column<Key>[]
  readonly #header: Header<Key>
  readonly #counts = new Map<Key, { cells: number; strange: number }>()

  constructor(columns: readonly Column<Key>[], header: Header<Key>) {
    this.#columns = columns
    this.#header = header
  }

  see(cells: readonly string[]): void {
    for (const { key, content } of this.#columns) {
      const cell = cells[this.#header.at.get(key) ?? -1] ?? ''
      if (cell === '') continue
      const count = this.#counts.get(key) ?? { cells: 0, strange: 0 }
      count.cells += 1
      if (!fits[content].includes(lookOf(cell))) count.strange += 1
      this.#counts.set(key, count)
    }
  }

  /** @throws CsvFault csv-swapped-columns when most cells of a column are clearly of another one */
  judge(): void {
    const swapped = this.#columns.filter(({ key }) => {
      const { cells, strange } = this.#counts.get(key) ?? { cells: 0, strange: 0 }
      return cells >= rowsNeeded && strange * 2 > cells
    })
    if (swapped.length === 0) return
    const columns = swapped.map(column => column.headings[this.#header.language]).join(', ')
    throw new CsvFault('csv-swapped-columns', { columns })
  }
}
