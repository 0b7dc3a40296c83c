import { read } from '../../platform/db/door.ts'
import { partBytes, type Refusal } from './contract.ts'
import { type FetchedDocument, FetchFailure } from './contract-definition.ts'
import { noCounts, type RunRow } from './queries.ts'
import { insertDocument, insertParts, listDocuments } from './queries-documents.ts'
import { advanceRun, type Claim, insertNotes } from './queries-run.ts'
import { contextOf, type Engine, holding } from './service-claim.ts'

/**
 * Asks the register's service for everything, and keeps each answer with the place to go on from: a fetch that was cut
 * short asks only for the rest.
 *
 * @throws FetchFailure, RunLost
 */
export async function fetchDocuments(engine: Engine, claim: Claim, run: RunRow): Promise<void> {
  const fetch = engine.fetchers[run.kind]
  if (fetch === undefined) throw new FetchFailure({ pointer: '', code: 'no-service' })
  const known = await read(engine.database, claim.providerId, tx => listDocuments(tx, run.id))
  let number = known.length
  let refused = known.filter(document => document.refusal !== null).length
  for await (const document of fetch(contextOf(run, engine.clock, true), run.cursor?.from)) {
    number += 1
    if (document.refusal) refused += 1
    await keep(engine, claim, document, number, { ...noCounts, refused })
  }
  const counts = { ...noCounts, refused }
  await holding(engine, claim, { state: 'fetching' }, tx =>
    advanceRun(tx, claim, { state: 'reading', cursor: { finished: true }, counts }, engine.clock.now()),
  )
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
    await advanceRun(
      transaction,
      claim,
      { cursor: { from: cursor, finished: false }, counts },
      engine.clock.now(),
    )
  })
}

export const refusedNote = (document: string, refusal: Refusal) => ({
  outcome: 'refused' as const,
  document,
  ...refusal,
})

function* partsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes)
}
