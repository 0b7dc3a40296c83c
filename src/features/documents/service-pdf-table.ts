import type { Cell, Table } from './rules-blocks.ts'
import { heightOf, type Look, linesOf } from './service-pdf-lines.ts'
import { type Element, looks, type Pausing, type Sheet, spaced } from './service-pdf-sheet.ts'

const gutter = 12
const padding = 4.5
/** Lines; more than this stand on no page. */
const mostAsked = 60

interface Place {
  readonly x: number
  readonly width: number
}

/** A drawn line of a cell and the paragraph to which it belongs. */
interface Drawn {
  readonly paragraph: number
  readonly language: string | undefined
  readonly pieces: readonly { readonly text: string; readonly look: Look; readonly x: number }[]
}

/** A table whose head comes again on every page; a row that does not fit goes to the next page, a longer one goes on there. */
export function* drawTable(sheet: Sheet, parent: Element, table: Table): Pausing {
  const element = sheet.pdf.struct('Table')
  const places = placesOf(sheet, table)
  sheet.gap(7)
  sheet.need(startOfTable(sheet, table))
  parent.add(element)
  if (table.caption !== undefined) yield* drawCaption(sheet, element, table.caption)
  drawHead(sheet, element, table, places)
  for (const row of table.rows) yield* drawRow(sheet, element, row, { table, places })
  element.end()
  sheet.y += 4
}

function placesOf(sheet: Sheet, { columns }: Table): Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const room = sheet.width - gutter * (columns.length - 1)
  let x = sheet.left
  return columns.map(({ share }) => {
    const place = { x, width: (room * share) / shares }
    x += place.width + gutter
    return place
  })
}

function* drawCaption(sheet: Sheet, element: Element, caption: string): Pausing {
  const child = sheet.pdf.struct('Caption')
  element.add(child)
  yield* sheet.lines(child, linesOf(sheet.fonts, caption, looks.h4, sheet.width), looks.h4, sheet.left)
  child.end()
  sheet.y += 2
}

function drawHead(sheet: Sheet, element: Element, table: Table, places: readonly Place[]): void {
  const row = sheet.pdf.struct('TR')
  element.add(row)
  const height = headCells(sheet, table, places, (draw, at) => {
    const head = sheet.pdf.struct('TH', { scope: 'Column' } as object)
    row.add(head)
    head.add(draw(at))
    head.end()
  })
  row.end()
  sheet.y += height
  sheet.rule(sheet.y)
}

function headCells(
  sheet: Sheet,
  table: Table,
  places: readonly Place[],
  each: (draw: (at: number) => () => void, at: number) => void,
): number {
  const wrapped = wrappedHeads(sheet, table, places)
  const height = heightOf(looks.column)
  const draw = (at: number) => () => {
    const lines = wrapped[at] ?? []
    for (const [below, text] of lines.entries())
      sheet.line(
        spaced(text, below + 1 < lines.length),
        looks.column,
        places[at]?.x ?? sheet.left,
        sheet.y + below * height,
      )
  }
  for (const at of table.columns.keys()) each(draw, at)
  return headHeight(wrapped)
}

const wrappedHeads = (sheet: Sheet, { columns }: Table, places: readonly Place[]): string[][] =>
  columns.map(({ title }, at) => linesOf(sheet.fonts, title, looks.column, places[at]?.width ?? sheet.width))

const headHeight = (wrapped: readonly (readonly string[])[]): number =>
  Math.max(...wrapped.map(lines => lines.length)) * heightOf(looks.column) + 3

interface Frame {
  readonly table: Table
  readonly places: readonly Place[]
}

function* drawRow(sheet: Sheet, element: Element, cells: readonly Cell[], frame: Frame): Pausing {
  const drawn: Drawn[][] = []
  for (const [at, cell] of cells.entries()) {
    const lines: Drawn[] = []
    for (const line of cell.keys()) {
      for (const one of cellLines(sheet, cell, line, frame.places[at])) lines.push(one)
      yield
    }
    drawn.push(lines)
  }
  const height = heightOf(looks.normal)
  const most = Math.max(1, ...drawn.map(lines => lines.length))
  if (startOfRow(sheet, most) > sheet.room) nextPage(sheet, frame)
  const row = sheet.pdf.struct('TR')
  element.add(row)
  const holders = drawn.map((_, at) => holderOf(sheet, row, at))
  for (let from = 0; from < most; ) {
    sheet.y += padding
    const count = Math.min(most - from, Math.max(1, Math.floor((sheet.room - padding) / height)))
    for (const [at, lines] of drawn.entries())
      holders[at]?.draw(lines, from, Math.min(lines.length, from + count), sheet.y)
    from += count
    sheet.y += count * height + padding
    yield
    if (from < most) nextPage(sheet, frame)
  }
  row.end()
  sheet.rule(sheet.y)
}

/** What a row asks for where it begins: one of up to half a page is never torn. */
function startOfRow(sheet: Sheet, lines: number): number {
  const height = heightOf(looks.normal)
  const whole = lines * height + 2 * padding
  return whole <= sheet.fullRoom / 2 ? whole : 4 * height + 2 * padding
}

/** What a table asks for where it begins: its caption, its head and the first row. */
export function startOfTable(sheet: Sheet, table: Table): number {
  const places = placesOf(sheet, table)
  const first = (table.rows[0] ?? []).map((cell, at) => {
    let count = 0
    for (let line = 0; line < cell.length && count < mostAsked; line++)
      count += cellLines(sheet, cell, line, places[at]).length
    return count
  })
  const caption = table.caption === undefined ? 0 : heightOf(looks.h4) + 2
  return caption + headHeight(wrappedHeads(sheet, table, places)) + startOfRow(sheet, Math.max(1, ...first))
}

/** The head once more, for the eye only: readers have it from the table. */
function nextPage(sheet: Sheet, { table, places }: Frame): void {
  sheet.newPage()
  let height = 0
  sheet.artifact('Pagination', () => {
    height = headCells(sheet, table, places, (draw, at) => draw(at)())
  })
  sheet.y += height
  sheet.rule(sheet.y)
}

/** A cell that takes lines, also over several pages, each paragraph as one element. */
function holderOf(sheet: Sheet, row: Element, at: number) {
  const cell = at === 0 ? sheet.pdf.struct('TH', { scope: 'Row' } as object) : sheet.pdf.struct('TD')
  row.add(cell)
  const paragraphs = new Map<number, Element>()
  const paragraphOf = ({ paragraph, language }: Drawn): Element => {
    const known = paragraphs.get(paragraph)
    if (known !== undefined) return known
    const made = sheet.pdf.struct('P', language === undefined ? {} : { lang: language })
    cell.add(made)
    paragraphs.set(paragraph, made)
    return made
  }
  return {
    draw: (lines: readonly Drawn[], from: number, to: number, top: number) => {
      for (const [below, drawn] of lines.slice(from, to).entries()) {
        const goesOn = lines[from + below + 1]?.paragraph === drawn.paragraph
        paragraphOf(drawn).add(() => drawPieces(sheet, drawn, top + below * heightOf(looks.normal), goesOn))
      }
    },
  }
}

function drawPieces(sheet: Sheet, { pieces }: Drawn, y: number, goesOn: boolean): void {
  for (const [at, { text, look, x }] of pieces.entries())
    sheet.line(spaced(text, goesOn || at + 1 < pieces.length), look, x, y)
}

/** The drawn lines of a line of a cell. */
function cellLines(sheet: Sheet, cell: Cell, paragraph: number, place: Place | undefined): Drawn[] {
  const line = cell[paragraph]
  if (line === undefined || place === undefined) return []
  const { label, words, strong } = line
  const { x, width } = place
  const look = strong === true ? looks.strong : looks.normal
  const language =
    words.language === undefined || words.language === sheet.language ? undefined : words.language
  const name = label === undefined ? undefined : `${label}:`
  const before = name === undefined ? 0 : sheet.fonts.width(`${name} `, looks.quiet.weight, looks.quiet.size)
  // A label that fills the line stands on its own.
  const beside = before <= width * 0.6
  const labels = name === undefined || beside ? [] : linesOf(sheet.fonts, name, looks.quiet, width)
  const values = linesOf(sheet.fonts, words.text, look, width, beside ? before : 0)
  return [
    ...labels.map(text => ({ paragraph, language: undefined, pieces: [{ text, look: looks.quiet, x }] })),
    ...values.map((text, at) => ({
      paragraph,
      language,
      pieces:
        at === 0 && beside && name !== undefined
          ? [{ text: name, look: looks.quiet, x }, ...(text === '' ? [] : [{ text, look, x: x + before }])]
          : [{ text, look, x }],
    })),
  ]
}
