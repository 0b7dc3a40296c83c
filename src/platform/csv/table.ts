import { type Column, type Header, readHeader } from './columns.ts'
import type { CsvSource } from './decode.ts'
import { CsvFault } from './fault.ts'
import { Looks } from './looks.ts'
import { type CsvRow, readCsv } from './read.ts'

export interface Table<Key extends string> {
  readonly header: Header<Key>
  readonly rows: AsyncGenerator<CsvRow>
}

/** Opens a documented file. @throws CsvFault when it is none, or its columns are not those of the table */
export async function openTable<Key extends string>(
  source: CsvSource,
  columns: readonly Column<Key>[],
): Promise<Table<Key>> {
  const rows = readCsv(source)
  const first = await rows.next()
  if (first.done) throw new CsvFault('csv-empty')
  return { header: readHeader(columns, first.value.cells), rows }
}

/** Reads a file to its end without keeping it: how many rows it has. @throws CsvFault */
export async function examineTable<Key extends string>(
  source: CsvSource,
  columns: readonly Column<Key>[],
): Promise<number> {
  const { header, rows } = await openTable(source, columns)
  const looks = new Looks(columns, header)
  let count = 0
  for await (const { cells, columns: width } of rows) {
    if (cells.length === width) looks.see(cells)
    count += 1
  }
  if (count === 0) throw new CsvFault('csv-empty')
  looks.judge()
  return count
}
