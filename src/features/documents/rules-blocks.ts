import type { Language } from '../../platform/i18n/language.ts'

/** A text with its language, where that is another than the document's. */
export interface Words {
  readonly text: string
  readonly language?: Language | undefined
}

export interface Heading {
  readonly is: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly words: Words
  /** Said at the end of the line, such as the size of a unit. */
  readonly aside?: string | undefined
}

export interface Paragraph {
  readonly is: 'paragraph'
  readonly words: Words
  readonly look: 'eyebrow' | 'normal' | 'quiet'
}

export interface Fact {
  readonly name: string
  readonly values: readonly Words[]
}

/** Names with their values: a list of pairs. */
export interface Facts {
  readonly is: 'facts'
  readonly items: readonly Fact[]
}

export interface Line {
  readonly label?: string | undefined
  readonly words: Words
  readonly strong?: boolean
}

/** Paragraphs of a cell. */
export type Cell = readonly Line[]

export interface Column {
  readonly title: string
  /** Its part of the width, next to those of the others. */
  readonly share: number
}

/** The first cell of a row says what the row is about. */
export interface Table {
  readonly is: 'table'
  readonly caption?: string | undefined
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export type Block = Heading | Paragraph | Facts | Table

/** What is to be drawn, in the order of reading. */
export interface PlanDocument {
  readonly language: Language
  /** Of the file, without anybody's name. */
  readonly title: string
  readonly blocks: readonly Block[]
  /** At the foot of every page. */
  readonly foot: string
  readonly page: (number: number, of: number) => string
  /** Said at the end when something could not be shown. */
  readonly unshown: string
}

export const plain = (text: string): Words => ({ text })

export function heading(level: Heading['level'], words: Words, aside?: string): Heading {
  return { is: 'heading', level, words, aside }
}

/** The facts that have a value; nothing when none has. */
export function factsOf(
  items: readonly (readonly [string, Words | readonly Words[] | undefined])[],
): Block[] {
  const said = items.flatMap(([name, value]): Fact[] => {
    const values = (value === undefined ? [] : 'text' in value ? [value] : value).filter(
      one => one.text !== '',
    )
    return values.length === 0 ? [] : [{ name, values }]
  })
  return said.length === 0 ? [] : [{ is: 'facts', items: said }]
}

/** A table without the columns in which nothing stands; nothing when it has no rows. */
export function tableOf(
  caption: string | undefined,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Block[] {
  if (rows.length === 0) return []
  const used = columns.map((_, at) => at === 0 || rows.some(row => (row[at]?.length ?? 0) > 0))
  return [
    {
      is: 'table',
      caption,
      columns: columns.filter((_, at) => used[at]),
      rows: rows.map(row => row.filter((_, at) => used[at])),
    },
  ]
}

/** A line of a cell, if there is anything to say. */
export function line(words: Words | string | undefined, label?: string): Cell {
  const said = typeof words === 'string' ? plain(words) : words
  return said === undefined || said.text === '' ? [] : [{ label, words: said }]
}

export function strong(words: Words | string | undefined): Cell {
  return line(words).map(one => ({ ...one, strong: true }))
}
