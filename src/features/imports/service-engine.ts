import { record } from '../../platform/audit/audit.ts'
import { read, type WriteTransaction, write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { importEnded } from './audit.ts'
import type { RowCounts, RunState } from './contract.ts'
import { FetchFailure, type ImportDefinition, type InputDocument } from './contract-definition.ts'
import { runImport } from './jobs.ts'
import { findRun, lockRun, type RunFailure, type RunRow, setState } from './queries.ts'
import { emptyRun, listDocuments, refuseDocument } from './queries-documents.ts'
import { advanceRun, beat, type Claim, firstWaiting, insertNotes } from './queries-run.ts'
import { attemptsAtMost, heartbeatLimit, isActive } from './rules-runs.ts'
import { claimRun, contextOf, type Engine, giveUp, holding, RunLost, RunPaused } from './service-claim.ts'
import { storedDocument } from './service-documents.ts'
import { type Examination, examineAll, type LeftOut } from './service-examine.ts'
import { fetchDocuments, keptNote, refusedNote } from './service-fetch.ts'
import { type Place, storeAll } from './service-store.ts'

export type Outcome =
  | Extract<RunState, 'done' | 'refused' | 'stopped'>
  /** Another run of the kind goes first, or another worker has this one. */
  | 'waits'
  /** Somebody stopped it, or took it over, while it was worked on. */
  | 'lost'
  /** This process ends; the run waits for another. */
  | 'paused'
  | 'ended'

export interface Working {
  /** The documents, where they do not stand in the database. */
  readonly documents?: readonly InputDocument[]
  /** Called when the run's turn has come, before anything is read. */
  readonly turn?: (claim: Claim, run: RunRow) => Promise<void>
  readonly told?: (progress: Place & { readonly total: number }) => void
}

const beatsInPatience = 6

/**
 * Takes a run and works on it to its end. Safe to call for any run at any time and from anywhere: a run has one worker,
 * and goes on from where the last batch left it.
 *
 * @throws what is nobody's input's fault, after the run has been marked as stopped.
 */
export async function workOn(
  engine: Engine,
  { providerId, runId }: { readonly providerId: Uuid; readonly runId: string },
  working: Working = {},
): Promise<Outcome> {
  const claim: Claim = { providerId, runId, worker: newId() }
  const claiming = await claimRun(engine, claim)
  if (claiming.outcome !== 'taken') return claiming.outcome
  const lost = new AbortController()
  const heart = startHeart(engine, claim, lost)
  const signal = engine.ending ? AbortSignal.any([lost.signal, engine.ending]) : lost.signal
  try {
    return await goThrough(engine, claim, claiming.run, working, signal)
  } catch (error) {
    if (error instanceof RunLost) return 'lost'
    if (error instanceof RunPaused) return letGo(engine, claim)
    await stopBy(engine, claim, error)
    if (error instanceof FetchFailure) return 'stopped'
    throw error
  } finally {
    clearInterval(heart)
  }
}

/**
 * A batch holds the run's row: a beat that comes upon it waits, and the next ones do not queue up behind. One that finds
 * the run in other hands tells who may be waiting for a service meanwhile.
 */
function startHeart(
  { clock, database, patience }: Engine,
  claim: Claim,
  lost: AbortController,
): NodeJS.Timeout {
  let beating = false
  const once = async () => {
    if (beating) return
    beating = true
    // One that fails is made up by the next one, or by a batch.
    const held = write(database, claim.providerId, tx => beat(tx, claim, clock.now()))
    if ((await held.catch(() => undefined)) === false) lost.abort()
    beating = false
  }
  return setInterval(once, (patience ?? heartbeatLimit) / beatsInPatience)
}

async function goThrough(
  engine: Engine,
  claim: Claim,
  taken: RunRow,
  working: Working,
  signal: AbortSignal,
): Promise<Outcome> {
  const definition = engine.definitions[taken.kind]
  if (definition === undefined) return refuse(engine, claim, taken, { document: '', ...noDefinition })
  if (taken.state === 'fetching') await fetchDocuments(engine, claim, taken, signal)
  await working.turn?.(claim, taken)
  const run = await read(engine.database, claim.providerId, tx => findRun(tx, claim.runId))
  if (run === undefined) throw new RunLost()
  const documents = working.documents ?? (await goodDocuments(engine, claim))
  const whole = run.cursor === null || !(await anyRefused(engine, claim))
  if (run.state === 'storing') {
    return store(engine, claim, definition, { run, whole }, documents, run.total ?? 0, working)
  }
  const examined = await examineAll(
    definition,
    documents,
    contextOf(run, engine.clock, whole),
    run.cursor !== null,
  )
  if (!examined.ok) {
    const failure = { document: examined.document, ...examined.refusal }
    return refuse(engine, claim, run, failure, examined.left)
  }
  const counts = await startStoring(engine, claim, run, examined)
  const started = { run: { ...run, counts }, whole: whole && examined.left.length === 0 }
  return store(engine, claim, definition, started, examined.documents, examined.total, working)
}

const noDefinition = { pointer: '', code: 'no-definition' }

async function goodDocuments(engine: Engine, { providerId, runId }: Claim): Promise<InputDocument[]> {
  const documents = await read(engine.database, providerId, tx => listDocuments(tx, runId))
  return documents
    .filter(document => document.refusal === null)
    .map(document => storedDocument(engine.database, providerId, runId, document))
}

async function anyRefused(engine: Engine, { providerId, runId }: Claim): Promise<boolean> {
  const documents = await read(engine.database, providerId, tx => listDocuments(tx, runId))
  return documents.some(document => document.refusal !== null)
}

/** From here on the input is known to be good, and how much of it there is. */
function startStoring(
  engine: Engine,
  claim: Claim,
  run: RunRow,
  { left, total }: Extract<Examination, { ok: true }>,
): Promise<RowCounts> {
  const counts = { ...run.counts, refused: run.counts.refused + left.length }
  return holding(engine, claim, { state: 'reading' }, async transaction => {
    for (const { document, refusal } of left) {
      await refuseDocument(transaction, claim.runId, document.number, refusal)
    }
    const notes = left.map(({ document, refusal }) => refusedNote(document.name, refusal))
    await insertNotes(transaction, claim, notes)
    const now = engine.clock.now()
    await advanceRun(transaction, claim, { state: 'storing', total, counts, storingAt: now }, now)
    return counts
  })
}

async function store(
  engine: Engine,
  claim: Claim,
  definition: ImportDefinition,
  { run, whole }: { readonly run: RunRow; readonly whole: boolean },
  documents: readonly InputDocument[],
  total: number,
  { told }: Working,
): Promise<Outcome> {
  const storing = { engine, claim, definition, run, whole }
  const place = await storeAll(storing, documents, at => told?.({ ...at, total }))
  await holding(engine, claim, { state: 'storing', position: place.position }, async transaction => {
    const context = contextOf(run, engine.clock, whole)
    const finished = await definition.finish?.(transaction, context, place.counts)
    const { noted = [], vanished } = finished ?? { vanished: 0 }
    await insertNotes(
      transaction,
      claim,
      noted.map(note => keptNote('', note)),
    )
    await end(transaction, engine, claim, run, 'done', addVanished(place.counts, vanished))
  })
  return 'done'
}

const addVanished = (counts: RowCounts, vanished: number): RowCounts => ({
  ...counts,
  vanished: counts.vanished + vanished,
})

async function letGo(engine: Engine, { providerId, runId, worker }: Claim): Promise<Outcome> {
  await write(engine.database, providerId, async transaction => {
    const run = await lockRun(transaction, runId)
    if (run?.worker === worker && isActive(run.state)) {
      await setState(transaction, runId, { state: 'waiting', attempts: 0 })
    }
  })
  return 'paused'
}

function refuse(
  engine: Engine,
  claim: Claim,
  run: RunRow,
  failure: RunFailure,
  left: readonly LeftOut[] = [],
): Promise<Outcome> {
  return holding<Outcome>(engine, claim, { state: run.state }, async transaction => {
    const counts = { ...run.counts, refused: run.counts.refused + Math.max(1, left.length) }
    const notes = left.map(({ document, refusal }) => refusedNote(document.name, refusal))
    await insertNotes(transaction, claim, notes)
    await end(transaction, engine, claim, run, 'refused', counts, failure)
    return 'refused'
  })
}

/** The input is thrown away, and the next run of the kind gets its turn. */
async function end(
  transaction: WriteTransaction,
  engine: Engine,
  claim: Claim,
  run: RunRow,
  state: 'done' | 'refused',
  counts: RowCounts,
  failure?: RunFailure,
): Promise<void> {
  const { audit } = contextOf(run, engine.clock, true)
  await emptyRun(transaction, claim.runId)
  const ended = { state, counts, finishedAt: audit.now, ...(failure ? { failure } : {}) }
  await advanceRun(transaction, claim, ended, audit.now)
  await record(transaction, audit, importEnded, {
    targetId: claim.runId,
    details: { kind: run.kind, state, counts },
  })
  await giveTurn(transaction, engine, claim.providerId, run)
}

async function giveTurn(
  transaction: WriteTransaction,
  { jobs }: Engine,
  providerId: Uuid,
  run: RunRow,
): Promise<void> {
  const next = await firstWaiting(transaction, run.kind)
  if (next !== undefined) await jobs.send(transaction, runImport, { providerId, runId: next })
}

/** A fault that is not the input's: the run keeps its place. With the database away it keeps that by itself. */
async function stopBy(engine: Engine, { providerId, runId, worker }: Claim, error: unknown): Promise<void> {
  const stopping = write(engine.database, providerId, async transaction => {
    const run = await lockRun(transaction, runId)
    if (run === undefined || run.worker !== worker || !isActive(run.state)) return
    const now = engine.clock.now()
    const failure = error instanceof FetchFailure ? error.refusal : { pointer: '', code: 'unexpected-fault' }
    const change =
      run.attempts >= attemptsAtMost && !(error instanceof FetchFailure)
        ? giveUp(run.attempts, now)
        : { state: 'stopped' as const, failure: { document: '', ...failure }, finishedAt: now }
    await setState(transaction, runId, change)
    await giveTurn(transaction, engine, providerId, run)
  })
  await stopping.catch(() => undefined)
}
