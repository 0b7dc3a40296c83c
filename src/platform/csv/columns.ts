import type { Language } from '../i18n/language.ts'
import { CsvFault } from './fault.ts'
import { columnLetters } from './places.ts'

/** What the cells of a column hold; it decides how they are read, and by it columns that changed places are noticed. */
export type Content =
  | 'learner-number'
  | 'name'
  | 'text'
  | 'code'
  | 'date'
  | 'language'
  | 'email'
  | 'phone'
  | 'postal-code'
  | 'yes-no'
  | 'roles'

/** One column of a documented file: one table gives its reader, its template and its description. */
export interface Column<Key extends string = string> {
  readonly key: Key
  readonly headings: Readonly<Record<Language, string>>
  /** Other headings that registers use for the same. */
  readonly also?: readonly string[]
  readonly required?: boolean
  readonly content: Content
  /** Of the template: invented. */
  readonly example: string
}

/** Which columns a file has, and where. */
export interface Header<Key extends string> {
  readonly at: ReadonlyMap<Key, number>
  /** The language in which most headings are. */
  readonly language: Language
}

const order: readonly Language[] = ['fi', 'sv', 'en']

/** Headings are told apart without case, spaces, dashes and brackets. */
const plain = (heading: string): string => heading.toLowerCase().replaceAll(/[\s\-_.,:()/*'"]+/g, '')

/**
 * Finds the columns of a heading row, in any order and language.
 * @throws CsvFault csv-missing-columns, csv-double-columns, csv-unknown-columns
 */
export function readHeader<Key extends string>(
  columns: readonly Column<Key>[],
  cells: readonly string[],
): Header<Key> {
  const [at, unknown, double] = [new Map<Key, number>(), [] as number[], [] as number[]]
  for (const [index, cell] of cells.entries()) {
    const column = columns.find(one => namesOf(one).includes(plain(cell)))
    if (column === undefined) unknown.push(index)
    else if (at.has(column.key)) double.push(index)
    else at.set(column.key, index)
  }
  const language = languageOf(columns, cells)
  const missing = columns.filter(column => column.required && !at.has(column.key))
  // An unknown heading is told by its letter: in a file without headings it would be somebody's name.
  if (missing.length > 0)
    throw new CsvFault('csv-missing-columns', {
      columns: missing.map(column => column.headings[language]).join(', '),
    })
  if (double.length > 0) throw new CsvFault('csv-double-columns', { columns: lettersOf(double) })
  if (unknown.length > 0) throw new CsvFault('csv-unknown-columns', { columns: lettersOf(unknown) })
  return { at, language }
}

const lettersOf = (indexes: readonly number[]): string => indexes.map(columnLetters).join(', ')

function namesOf(column: Column): string[] {
  return [...Object.values(column.headings), ...(column.also ?? [])].map(plain)
}

function languageOf(columns: readonly Column[], cells: readonly string[]): Language {
  const found = new Set(cells.map(plain))
  const hits = (language: Language) =>
    columns.filter(column => found.has(plain(column.headings[language]))).length
  return order.reduce((best, language) => (hits(language) > hits(best) ? language : best))
}
