import type { Reading } from '../features/imports/contract.ts'
import type {
  Examined,
  ImportContext,
  ImportDefinition,
  InputDocument,
  InputRecord,
  StoredRows,
} from '../features/imports/contract-definition.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { readWhole } from './import-json.ts'

interface DocumentKind<T> {
  readonly owner: ImportDefinition['owner']
  read(json: unknown, today: PlainDate): Reading<T>
  save(transaction: WriteTransaction, value: T, context: ImportContext): Promise<StoredRows>
  readonly finish?: ImportDefinition['finish']
  /** Codes of what is such a record, but not one to be taken in: it is refused alone, unless nothing else is there. */
  readonly refusedAlone?: ReadonlySet<string>
}

/** A kind in which each document is one record, read and stored whole: a qualification, a code set. */
export function documentDefinition<T>(kind: DocumentKind<T>): ImportDefinition<T> {
  const read = rememberingLast<T>((document, today) => readDocument(kind, document, today))
  return {
    owner: kind.owner,
    batch: 1,
    examine: (documents, { today }) =>
      examine(documents, document => read(document, today), kind.refusedAlone ?? new Set()),
    records: (documents, from, { today }) =>
      records(documents.slice(from), document => read(document, today)),
    store: async (transaction, [record], context) =>
      record === undefined ? { read: 0, written: 0 } : kind.save(transaction, record.value, context),
    ...(kind.finish ? { finish: kind.finish } : {}),
  }
}

type Read<T> = (document: InputDocument, today: PlainDate) => Promise<Reading<T>>
type ReadToday<T> = (document: InputDocument) => Promise<Reading<T>>

/** A run of one document examines it and then stores it: it is read once. No more than one is held. */
function rememberingLast<T>(readNow: Read<T>): Read<T> {
  let last: { readonly document: InputDocument; readonly reading: Promise<Reading<T>> } | undefined
  return (document, today) => {
    const known = last?.document === document ? last.reading : undefined
    const reading = known ?? readNow(document, today)
    last = known ? undefined : { document, reading }
    return reading
  }
}

async function examine<T>(
  documents: readonly InputDocument[],
  read: ReadToday<T>,
  refusedAlone: ReadonlySet<string>,
): Promise<Examined> {
  let first: Examined | undefined
  let good = 0
  for (const document of documents) {
    const reading = await read(document)
    if (reading.ok) {
      good += 1
      continue
    }
    const { refusal } = reading
    first ??= { ok: false, document: document.name, refusal }
    if (!refusedAlone.has(refusal.code)) return { ok: false, document: document.name, refusal }
  }
  return good === 0 && first ? first : { ok: true, total: documents.length }
}

async function* records<T>(
  documents: readonly InputDocument[],
  read: ReadToday<T>,
): AsyncGenerator<InputRecord<T>> {
  for (const document of documents) {
    const reading = await read(document)
    const at = { document: document.name, pointer: '' }
    yield reading.ok
      ? { ...at, ok: true, value: reading.value, refused: reading.refused }
      : { ...at, ok: false, refused: [reading.refusal] }
  }
}

async function readDocument<T>(
  kind: DocumentKind<T>,
  document: InputDocument,
  today: PlainDate,
): Promise<Reading<T>> {
  const whole = await readWhole(document)
  return whole.ok ? kind.read(whole.json, today) : whole
}
