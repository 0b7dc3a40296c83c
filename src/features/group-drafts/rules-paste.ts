/** Cells of a spreadsheet put into the table: the shape is looked at first, so a wrong one changes nothing. */

/** Rows of cells as spreadsheets write them to the clipboard: tabs between cells, quotes around what holds line ends. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at] ?? ''
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (plain[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === '\t' || letter === '\n') {
      rows.at(-1)?.push(cell.trim())
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter
  }
  rows.at(-1)?.push(cell.trim())
  // Spreadsheets end with a line end.
  if (rows.length > 1 && rows.at(-1)?.join('') === '') rows.pop()
  return rows
}

export interface Area {
  /** Rows and columns from the focused cell to the end of the table. */
  readonly rows: number
  readonly columns: number
}

export type PasteFault =
  | { readonly fault: 'uneven'; readonly row: number }
  | { readonly fault: 'too-many-rows' | 'too-many-columns'; readonly pasted: number; readonly room: number }

/** Why the cells do not fit; undefined when they do. */
export function pasteFault(cells: readonly (readonly string[])[], room: Area): PasteFault | undefined {
  const width = cells[0]?.length ?? 0
  const uneven = cells.findIndex(row => row.length !== width)
  if (uneven >= 0) return { fault: 'uneven', row: uneven + 1 }
  if (cells.length > room.rows) return { fault: 'too-many-rows', pasted: cells.length, room: room.rows }
  if (width > room.columns) return { fault: 'too-many-columns', pasted: width, room: room.columns }
  return undefined
}
