import { refusedState } from '../../platform/db/database.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Refusal, RowCounts } from './contract.ts'
import type {
  ImportContext,
  ImportDefinition,
  InputDocument,
  InputRecord,
  StorableRecord,
  StoredRows,
} from './contract-definition.ts'
import type { RunRow } from './queries.ts'
import { advanceRun, type Claim, insertNotes, insertSeen, type NewNote } from './queries-run.ts'
import { contextOf, type Engine, holding } from './service-claim.ts'
import { keptNote, refusedNote } from './service-fetch.ts'

export interface Storing {
  readonly engine: Engine
  readonly claim: Claim
  readonly definition: ImportDefinition
  readonly run: RunRow
  /** Whether all documents are there. */
  readonly whole: boolean
}

/** How far a run is. */
export interface Place {
  readonly position: number
  readonly counts: RowCounts
}

type Records = readonly InputRecord<unknown>[]

/** Stores all records that are left, in batches; the next batch is read while one is being stored. @throws RunLost */
export async function storeAll(
  storing: Storing,
  documents: readonly InputDocument[],
  told: (place: Place) => void,
): Promise<Place> {
  const { definition, engine, run, whole } = storing
  const context = contextOf(run, engine.clock, whole)
  const records = batches(definition.records(documents, run.position, context), definition.batch)
  let place: Place = { position: run.position, counts: run.counts }
  const ask = () => {
    const next = records.next()
    // It is awaited only after the batch before; until then its failure is nobody's.
    next.catch(() => undefined)
    return next
  }
  try {
    for (let next = ask(); ; ) {
      const { done, value } = await next
      if (done) return place
      next = ask()
      place = await storeBatch(storing, value, place)
      told(place)
    }
  } finally {
    await records.return(undefined)
  }
}

/** Batches hold records of one document each, so that its name stands for all of them. */
async function* batches(
  records: AsyncIterable<InputRecord<unknown>>,
  size: number,
): AsyncGenerator<Records, void, undefined> {
  let batch: InputRecord<unknown>[] = []
  for await (const record of records) {
    const [first] = batch
    if (first !== undefined && (batch.length >= size || first.document !== record.document)) {
      yield batch
      batch = []
    }
    batch.push(record)
  }
  if (batch.length > 0) yield batch
}

async function storeBatch(storing: Storing, batch: Records, place: Place): Promise<Place> {
  try {
    return await storeTogether(storing, batch, place)
  } catch (error) {
    if (reasonOf(error) === undefined) throw error
  }
  let at = place
  for (const record of batch) at = await storeAlone(storing, record, at)
  return at
}

async function storeAlone(storing: Storing, record: InputRecord<unknown>, place: Place): Promise<Place> {
  try {
    return await storeTogether(storing, [record], place)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    const { document, pointer, seen } = record
    return storeTogether(
      storing,
      [{ document, pointer, ok: false, refused: [{ pointer, ...reason }], ...(seen ? { seen } : {}) }],
      place,
    )
  }
}

/**
 * A refusal by a rule of ours or of the database is the record's; anything else (the database is away) is not. Of the
 * database only its code is told: its words quote the values.
 */
function reasonOf(error: unknown): Omit<Refusal, 'pointer'> | undefined {
  if (error instanceof AppError) return { code: 'not-saved', params: { reason: error.code } }
  const state = refusedState(error)
  return state === undefined ? undefined : { code: 'not-storable', params: { state } }
}

const nothing: StoredRows = { read: 0, written: 0 }

function storeTogether(storing: Storing, batch: Records, place: Place): Promise<Place> {
  const { claim, definition, engine, run, whole } = storing
  const { position } = place
  return holding(engine, claim, { state: 'storing', position }, async transaction => {
    const good: StorableRecord<unknown>[] = batch.flatMap(record =>
      record.ok ? [{ pointer: record.pointer, value: record.value }] : [],
    )
    const context: ImportContext = contextOf(run, engine.clock, whole)
    const stored = good.length === 0 ? nothing : await definition.store(transaction, good, context)
    const notes = notesOf(batch, stored)
    const counts = added(place.counts, stored, notes)
    const next = { position: position + batch.length, counts }
    await keepTraces(transaction, storing, batch, stored, notes)
    await advanceRun(transaction, claim, next, engine.clock.now())
    return next
  })
}

async function keepTraces(
  transaction: WriteTransaction,
  { claim, run }: Storing,
  batch: Records,
  stored: StoredRows,
  notes: readonly NewNote[],
): Promise<void> {
  await insertNotes(transaction, claim, notes)
  if (run.options.whole !== true) return
  const keys = batch.flatMap(record => record.seen ?? [])
  await insertSeen(transaction, claim, [...new Set([...keys, ...(stored.seen ?? [])])])
}

function notesOf(batch: Records, stored: StoredRows): NewNote[] {
  const document = batch[0]?.document ?? ''
  const refused = [...batch.flatMap(record => record.refused ?? []), ...(stored.refused ?? [])]
  const kept = (stored.kept ?? []).map(pointer => ({ pointer, code: 'unknown-key' }))
  const refusals = refused.map(refusal => refusedNote(document, refusal))
  return [
    ...refusals,
    ...[...notedOf(batch, stored), ...(stored.noted ?? []), ...kept].map(note => keptNote(document, note)),
  ]
}

/** What was told of a record that storing refused would say that the rest of it was taken in. */
function notedOf(batch: Records, { refused = [] }: StoredRows): Refusal[] {
  return batch.flatMap(record => {
    if (!record.ok || record.noted === undefined) return []
    const at = record.pointer
    const gone = refused.some(({ pointer }) => pointer === at || pointer.startsWith(`${at}/`))
    return gone ? [] : record.noted
  })
}

function added(
  counts: RowCounts,
  { read, vanished = 0, written }: StoredRows,
  notes: readonly NewNote[],
): RowCounts {
  return {
    read: counts.read + read,
    written: counts.written + written,
    unchanged: counts.unchanged + read - written,
    vanished: counts.vanished + vanished,
    refused: counts.refused + notes.filter(note => note.outcome === 'refused').length,
  }
}
