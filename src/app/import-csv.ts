import type { Refusal } from '../features/imports/contract.ts'
import type {
  Examined,
  Finishing,
  ImportContext,
  ImportDefinition,
  InputDocument,
  InputRecord,
} from '../features/imports/contract-definition.ts'
import type { Column, Header } from '../platform/csv/columns.ts'
import { CsvFault } from '../platform/csv/fault.ts'
import type { CsvRow } from '../platform/csv/read.ts'
import type { CellFault } from '../platform/csv/row.ts'
import { examineTable, openTable } from '../platform/csv/table.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'

/** A row of a file as its feature reads it. */
export interface ReadRow<Key extends string, Value> {
  /** By which rows are told apart, as far as it can be read. */
  readonly id: string | undefined
  /** Undefined when the row is refused. */
  readonly value: Value | undefined
  /** Why the row is refused, or what of it was left out. */
  readonly faults: readonly CellFault<Key>[]
}

/** A value with the heading of each of its columns as the file has it: faults found later name them too. */
export interface Placed<Value> {
  readonly value: Value
  readonly headingOf: (key: string) => string
}

interface CsvKind<Key extends string, Value> {
  readonly columns: readonly Column<Key>[]
  /** The column by which rows are told apart. */
  readonly idColumn: Key
  readonly read: (cells: readonly string[], header: Header<Key>, today: PlainDate) => ReadRow<Key, Value>
}

/** How a documented CSV file is examined and read, for the definition of its kind of import. */
export function csvReading<Key extends string, Value>(
  kind: CsvKind<Key, Value>,
): Pick<ImportDefinition<Placed<Value>>, 'examine' | 'records'> {
  return {
    examine: documents => examine(kind, documents),
    records: (documents, from, context) => records(kind, documents, from, context),
  }
}

async function examine<Key extends string, Value>(
  { columns }: CsvKind<Key, Value>,
  documents: readonly InputDocument[],
): Promise<Examined> {
  let total = 0
  for (const document of documents) {
    try {
      total += await examineTable(document, columns)
    } catch (error) {
      if (!(error instanceof CsvFault)) throw error
      const { code, params } = error
      const pointer = params.row === undefined ? '' : `/${params.row}`
      return { ok: false, document: document.name, refusal: { pointer, code, params } }
    }
  }
  return { ok: true, total }
}

async function* records<Key extends string, Value>(
  kind: CsvKind<Key, Value>,
  documents: readonly InputDocument[],
  from: number,
  { today }: ImportContext,
): AsyncGenerator<InputRecord<Placed<Value>>> {
  // Rows before `from` are read too: an id that stands there stands twice.
  const met = new Set<string>()
  let at = 0
  for (const document of documents) {
    const { header, rows } = await openTable(document, kind.columns)
    const headingOf = (key: string) =>
      kind.columns.find(column => column.key === key)?.headings[header.language] ?? key
    for await (const row of rows) {
      const place = { document: document.name, pointer: `/${row.number}` }
      if (row.cells.length !== row.columns) {
        at += 1
        if (at > from) yield { ...place, ok: false, refused: [misfit(row)] }
        continue
      }
      const read = kind.read(row.cells, header, today)
      const twice = read.id !== undefined && met.has(read.id)
      // A row that was refused took nobody's place.
      if (read.id !== undefined && read.value !== undefined) met.add(read.id)
      at += 1
      if (at <= from) continue
      const faults = twice ? [{ column: kind.idColumn, code: 'row-twice' }] : read.faults
      const told = faults.map(fault => refusalOf(row, fault, headingOf))
      const seen = read.id === undefined || twice ? {} : { seen: [read.id] }
      if (twice || read.value === undefined) yield { ...place, ok: false, refused: told, ...seen }
      else yield { ...place, ok: true, value: { value: read.value, headingOf }, noted: told, ...seen }
    }
  }
}

const misfit = ({ cells, columns, number }: CsvRow): Refusal => ({
  pointer: `/${number}`,
  code: 'row-cells',
  params: { row: String(number), cells: String(cells.length), columns: String(columns) },
})

function refusalOf(
  { number }: CsvRow,
  { code, column }: CellFault,
  headingOf: (key: string) => string,
): Refusal {
  return {
    pointer: cellPointer(`/${number}`, headingOf(column)),
    code,
    params: { column: headingOf(column) },
  }
}

/** RFC 6901: the row and the heading. */
export function cellPointer(row: string, heading: string): string {
  return `${row}/${heading.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** What may vanish from a register by a file of it. */
interface Vanishing {
  readonly marked: number
  /** So many that the file is rather not whole: nothing was marked. */
  readonly held?: number
}

/** Ends a file that was given as a whole register: with a row refused it was none, and nobody has vanished by it. */
export async function vanishBy(
  { options }: ImportContext,
  { refused }: Finishing,
  mark: () => Promise<Vanishing>,
): Promise<{ vanished: number; noted: Refusal[] }> {
  if (!options.whole) return { vanished: 0, noted: [] }
  if (refused > 0) return { vanished: 0, noted: [{ pointer: '', code: 'vanishing-refused' }] }
  const { held, marked } = await mark()
  const params = { count: String(held) }
  return {
    vanished: marked,
    noted: held === undefined ? [] : [{ pointer: '', code: 'vanishing-many', params }],
  }
}
