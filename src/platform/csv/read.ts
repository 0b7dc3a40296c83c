import { pipeline, Readable } from 'node:stream'
import { CsvError, type Parser, parse } from 'csv-parse'
import { type CsvSource, decoded, encodingOf } from './decode.ts'
import { CsvFault } from './fault.ts'
import { csvLimits } from './places.ts'

/** A row with its number as a spreadsheet shows it: the heading is row 1, empty rows count, a cell's line breaks do not. */
export interface CsvRow {
  readonly number: number
  /** Trimmed of spaces around; empty ones beyond the heading are left out. */
  readonly cells: readonly string[]
  /** Of the heading: a row with fewer or more cells has lost its place, and tells nothing that could be trusted. */
  readonly columns: number
}

/**
 * The rows of a file, the heading first; rows that hold nothing are left out. One row at a time is in memory.
 * @throws CsvFault when the file is no table
 */
export async function* readCsv(source: CsvSource): AsyncGenerator<CsvRow> {
  const text = decoded(source, await encodingOf(source))
  const start = await firstLine(text)
  const parser = parse({
    delimiter: separatorOf(start),
    // Whoever reads the rows compares their cells with the heading: one bad row does not refuse the file.
    relax_column_count: true,
    max_record_size: csvLimits.row,
  })
  // What goes wrong in the source goes on to the parser, which throws it below.
  const end = { last: '' }
  pipeline(Readable.from(watched(withStart(start, text), end)), parser, () => {})
  let short: CsvRow | undefined
  for await (const row of rowsOf(parser)) {
    short = row.cells.length < row.columns ? row : undefined
    yield row
  }
  // What was cut on its way ends in the middle of a row.
  if (short && !/[\r\n]/.test(end.last)) throw new CsvFault('csv-breaks-off', { row: String(short.number) })
}

/** The pieces of which the last one ends the heading, which tells the separator. */
async function firstLine(text: AsyncGenerator<string>): Promise<string> {
  let start = ''
  while (start.length < csvLimits.row && !start.replaceAll(/"[^"]*"/g, '').includes('\n')) {
    const piece = await text.next()
    if (piece.done) break
    start += piece.value
  }
  return start
}

async function* withStart(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (start !== '') yield start
  yield* rest
}

/** Notes the letter that the text ends with. */
async function* watched(text: AsyncIterable<string>, end: { last: string }): AsyncGenerator<string> {
  for await (const piece of text) {
    end.last = piece.at(-1) ?? end.last
    yield piece
  }
}

async function* rowsOf(parser: Parser): AsyncGenerator<CsvRow> {
  let [number, columns] = [0, 0]
  try {
    for await (const record of parser) {
      number += 1
      const cells = (record as string[]).map(cell => cell.trim())
      if (cells.length > csvLimits.columns)
        throw new CsvFault('csv-columns', { row: String(number), limit: String(csvLimits.columns) })
      if (!cells.some(cell => cell !== '')) continue
      columns ||= cells.length
      while (cells.length > columns && cells.at(-1) === '') cells.pop()
      yield { number, cells, columns }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'csv-long-row' : 'csv-quotes'
    // The parser counts what it has read, also where the reader has not come yet.
    const before = (error as { records?: unknown }).records
    throw new CsvFault(code, { row: String((typeof before === 'number' ? before : number) + 1) })
  }
}

const separators = [';', ',', '\t'] as const

/** The separator that stands most often in the heading, outside quotes. */
export function separatorOf(start: string): string {
  const counts = { ';': 0, ',': 0, '\t': 0 }
  let quoted = false
  for (const letter of start) {
    if (letter === '"') quoted = !quoted
    else if (!quoted && letter === '\n') break
    else if (!quoted && (letter === ';' || letter === ',' || letter === '\t')) counts[letter] += 1
  }
  return separators.reduce((best, one) => (counts[one] > counts[best] ? one : best))
}
