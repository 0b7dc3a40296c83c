import { read } from '../../platform/db/door.ts'
import { partBytes, type Refusal } from './contract.ts'
import { type FetchedDocument, type FetchedPlace, FetchFailure } from './contract-definition.ts'
import { noCounts, type RunRow } from './queries.ts'
import { dropDocuments, insertDocument, insertParts, listDocuments } from './queries-documents.ts'
import { advanceRun, type Claim, insertNotes } from './queries-run.ts'
import { contextOf, type Engine, holding, RunLost, RunPaused } from './service-claim.ts'

/**
 * Asks the register's service for everything, and keeps each answer with the place to go on from: a fetch that was cut
 * short asks only for the rest.
 *
 * @throws FetchFailure, RunLost, RunPaused
 */
export async function fetchDocuments(
  engine: Engine,
  claim: Claim,
  run: RunRow,
  signal: AbortSignal,
): Promise<void> {
  const fetch = engine.fetchers[run.kind]
  if (fetch === undefined) throw new FetchFailure({ pointer: '', code: 'no-service' })
  const known = await read(engine.database, claim.providerId, tx => listDocuments(tx, run.id))
  let number = known.length
  // What was told of documents that were dropped stays in the report.
  let refused = run.counts.refused
  const context = { ...contextOf(run, engine.clock, true), signal }
  try {
    for await (const item of untilEnded(fetch(context, run.cursor?.from), signal)) {
      if (!('bytes' in item)) {
        await keepPlace(engine, claim, item)
        if (item.anew) number = 0
        continue
      }
      number += 1
      if (item.refusal) refused += 1
      await keep(engine, claim, item, number, { ...noCounts, refused })
    }
  } catch (error) {
    if (!signal.aborted) throw error
    throw engine.ending?.aborted ? new RunPaused() : new RunLost()
  }
  const counts = { ...noCounts, refused }
  await holding(engine, claim, { state: 'fetching' }, tx =>
    advanceRun(tx, claim, { state: 'reading', cursor: { finished: true }, counts }, engine.clock.now()),
  )
}

/** The items until the signal; a question that is under way then is left to end by itself. */
async function* untilEnded<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const ended = Promise.withResolvers<never>()
  // It is awaited only while an item is: until then its failure is nobody's.
  ended.promise.catch(() => undefined)
  const end = () => ended.reject(signal.reason)
  signal.addEventListener('abort', end, { once: true })
  const iterator = items[Symbol.asyncIterator]()
  try {
    for (;;) {
      signal.throwIfAborted()
      const next = await Promise.race([iterator.next(), ended.promise])
      if (next.done) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', end)
    void iterator.return?.().then(undefined, () => undefined)
  }
}

function keepPlace(engine: Engine, claim: Claim, { anew, cursor }: FetchedPlace): Promise<void> {
  return holding(engine, claim, { state: 'fetching' }, async transaction => {
    if (anew) await dropDocuments(transaction, claim.runId)
    const place = { cursor: { from: cursor, finished: false } }
    await advanceRun(transaction, claim, place, engine.clock.now())
  })
}

function keep(
  engine: Engine,
  claim: Claim,
  { bytes, cursor, name, refusal }: FetchedDocument,
  number: number,
  counts: typeof noCounts,
): Promise<void> {
  return holding(engine, claim, { state: 'fetching' }, async transaction => {
    await insertDocument(transaction, claim, { number, name, size: refusal ? 0 : bytes.length, refusal })
    if (refusal) await insertNotes(transaction, claim, [refusedNote(name, refusal)])
    else await insertParts(transaction, claim, number, [...partsOf(Buffer.from(bytes))])
    const place = { cursor: { from: cursor, finished: false }, counts }
    await advanceRun(transaction, claim, place, engine.clock.now())
  })
}

export const refusedNote = (document: string, refusal: Refusal) => ({
  outcome: 'refused' as const,
  document,
  ...refusal,
})

export const keptNote = (document: string, note: Refusal) => ({
  outcome: 'kept' as const,
  document,
  ...note,
})

function* partsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes)
}
