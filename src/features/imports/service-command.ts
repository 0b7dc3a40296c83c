import { setTimeout } from 'node:timers/promises'
import { record } from '../../platform/audit/audit.ts'
import { read, type WriteTransaction, write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { importRequested, importResumed } from './audit.ts'
import type { ImportKind, ImportOptions } from './contract.ts'
import type { InputDocument } from './contract-definition.ts'
import { findRun, insertRun, type RunRow, setState } from './queries.ts'
import { insertDocument, listDocuments, setDigest } from './queries-documents.ts'
import { beatWaiting, type Claim, findSameCommand } from './queries-run.ts'
import { because, contextOf, type Engine, holding, RunLost } from './service-claim.ts'
import { digestOf } from './service-documents.ts'
import { type Outcome, type Working, workOn } from './service-engine.ts'

/** Documents that stay where they are, to be brought in by this process. */
export interface CommandOrder {
  readonly providerId: Uuid
  readonly kind: ImportKind
  readonly origin: 'command' | 'demo'
  readonly options?: ImportOptions
  readonly documents: readonly InputDocument[]
  readonly told?: Working['told']
  /** Called once when another import of the kind goes first. */
  readonly waiting?: () => void
}

export interface CommandEnd {
  readonly outcome: Outcome
  readonly run: RunRow
  /** Whether it went on with a run that was cut short. */
  readonly resumed: boolean
}

const lookAgainAfter = 1_000

/** Runs that another run, or an edited file, has left without a way on: the command begins anew. */
const deadEnds = new Set(['superseded', 'documents-changed'])

/**
 * Brings documents in and answers when that has ended. The same documents given again after a kill go on where they
 * stopped, unless another import of the kind has stored since: they are known by their digests.
 */
export async function bringIn(engine: Engine, order: CommandOrder): Promise<CommandEnd> {
  for (;;) {
    const end = await bringOnce(engine, order)
    const { failure, state } = end.run
    if (state !== 'stopped' || failure === null || !deadEnds.has(failure.code)) return end
  }
}

async function bringOnce(engine: Engine, order: CommandOrder): Promise<CommandEnd> {
  const { database } = engine
  const { documents, providerId, told } = order
  const digested = await Promise.all(documents.map(digestedNow))
  const { resumed, runId } = await write(database, providerId, tx => runFor(tx, engine, order, digested))
  const working = { documents, ...(told ? { told } : {}) }
  let outcome = await workOn(engine, { providerId, runId }, working)
  if (outcome === 'waits') order.waiting?.()
  const turn = (claim: Claim, run: RunRow) => lookAgain(engine, claim, run, documents)
  while (outcome === 'waits' && engine.ending?.aborted !== true) {
    await setTimeout(Math.min(lookAgainAfter, engine.patience ?? lookAgainAfter))
    await write(database, providerId, tx => beatWaiting(tx, runId, engine.clock.now()))
    outcome = await workOn(engine, { providerId, runId }, { ...working, turn })
  }
  const run = await read(database, providerId, tx => findRun(tx, runId))
  if (run === undefined) throw new Error('An import is gone')
  return { outcome, run, resumed }
}

const digestedNow = async (document: InputDocument) => ({
  name: document.name,
  ...(await digestOf(document)),
})

/**
 * Files may be edited while their run waits: it is known by what they are when its turn comes. What had been stored of
 * them by then is no place to go on from.
 *
 * @throws RunLost
 */
async function lookAgain(
  engine: Engine,
  claim: Claim,
  { state }: RunRow,
  documents: readonly InputDocument[],
): Promise<void> {
  const digested = await Promise.all(documents.map(digestedNow))
  const changed = await holding(engine, claim, { state }, async transaction => {
    const known = await listDocuments(transaction, claim.runId)
    if (known.every((one, index) => digested[index] && one.digest?.equals(digested[index].digest)))
      return false
    if (state === 'storing') {
      const end = { failure: because('documents-changed'), finishedAt: engine.clock.now() }
      await setState(transaction, claim.runId, { state: 'stopped', ...end })
      return true
    }
    for (const [index, one] of digested.entries()) await setDigest(transaction, claim.runId, index + 1, one)
    return false
  })
  if (changed) throw new RunLost()
}

type Digested = Awaited<ReturnType<typeof digestedNow>>

/** The run that these documents were cut short in, or a new one. */
async function runFor(
  transaction: WriteTransaction,
  { clock }: Engine,
  { kind, options = {}, origin, providerId }: CommandOrder,
  documents: readonly Digested[],
): Promise<{ readonly runId: string; readonly resumed: boolean }> {
  const at = clock.now()
  const digests = documents.map(document => document.digest)
  const same = await findSameCommand(transaction, { kind, origin, digests })
  if (same !== undefined && (same.options.whole ?? false) === (options.whole ?? false)) {
    if (same.state === 'stopped') {
      await setState(transaction, same.id, { state: 'waiting', failure: null, finishedAt: null, attempts: 0 })
      const { audit } = contextOf(same, clock, true)
      await record(transaction, audit, importResumed, { targetId: same.id, details: {} })
    }
    await beatWaiting(transaction, same.id, at)
    return { runId: same.id, resumed: same.position > 0 }
  }
  const runId = newId(at.getTime())
  const source = documents.map(document => document.name).join(', ')
  const run = { providerId, id: runId, kind, origin, source, options, at }
  await insertRun(transaction, { ...run, state: 'waiting', requestedBy: null })
  for (const [index, document] of documents.entries()) {
    await insertDocument(transaction, { providerId, runId }, { number: index + 1, ...document })
  }
  await beatWaiting(transaction, runId, at)
  const actor = { kind: 'system' as const, source: origin === 'demo' ? 'demo' : 'import', providerId }
  const details = { kind, origin, options }
  await record(transaction, { actor, now: at }, importRequested, { targetId: runId, details })
  return { runId, resumed: false }
}
