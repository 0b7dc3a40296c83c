import type { System } from '../../platform/access/actor.ts'
import type { AuditContext } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { type WriteTransaction, write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import type { ImportKind, RunState } from './contract.ts'
import type { Fetch, ImportContext, ImportDefinition } from './contract-definition.ts'
import { findRun, lockRun, type RunRow, setState } from './queries.ts'
import { type Claim, holdRun, lockTurns, mustWait, takeRun } from './queries-run.ts'
import { attemptsAtMost, isActive, isAlive } from './rules-runs.ts'

/** What imports need around them; definitions and fetchers are put together by the application. */
export interface Engine {
  readonly database: Database
  readonly clock: Clock
  readonly jobs: JobSender
  readonly definitions: Readonly<Partial<Record<ImportKind, ImportDefinition>>>
  readonly fetchers: Readonly<Partial<Record<ImportKind, Fetch>>>
  /** The process is about to end: whatever runs lets go after its present batch. */
  readonly ending?: AbortSignal
  /** Milliseconds without a sign of life after which a worker is taken for dead. */
  readonly patience?: number
}

/** The run is no longer this worker's: somebody stopped it, or took it over. */
export class RunLost extends Error {
  constructor() {
    super('The run is in other hands')
    this.name = 'RunLost'
  }
}

/** The process ends; the run waits for another one. */
export class RunPaused extends Error {
  constructor() {
    super('The process ends')
    this.name = 'RunPaused'
  }
}

export type Claiming =
  | { readonly outcome: 'taken'; readonly run: RunRow }
  /** Another run of the kind goes first, or another worker has this one. */
  | { readonly outcome: 'waits' }
  | { readonly outcome: 'ended' }

/** Where a run goes on. */
function stateOf(run: RunRow): RunState {
  if (run.cursor !== null && !run.cursor.finished) return 'fetching'
  return run.total === null ? 'reading' : 'storing'
}

/** Takes a run whose turn it is, or one whose worker has died. */
export function claimRun({ clock, database, patience }: Engine, claim: Claim): Promise<Claiming> {
  return write(database, claim.providerId, async transaction => {
    await lockTurns(transaction, claim.providerId)
    const run = await lockRun(transaction, claim.runId)
    const now = clock.now()
    if (run === undefined || !(run.state === 'waiting' || isActive(run.state))) return { outcome: 'ended' }
    if (isActive(run.state) && isAlive(run.heartbeat_at, now, patience)) return { outcome: 'waits' }
    if (await mustWait(transaction, run, now, patience)) return { outcome: 'waits' }
    if (run.attempts >= attemptsAtMost) {
      await setState(transaction, run.id, giveUp(run.attempts, now))
      return { outcome: 'ended' }
    }
    if (run.superseded) {
      await setState(transaction, run.id, {
        state: 'stopped',
        failure: because('superseded'),
        finishedAt: now,
      })
      return { outcome: 'ended' }
    }
    await takeRun(transaction, claim, stateOf(run), now)
    const taken = await findRun(transaction, run.id)
    return taken === undefined ? { outcome: 'ended' } : { outcome: 'taken', run: taken }
  })
}

export const because = (code: string) => ({ document: '', pointer: '', code })

export function giveUp(attempts: number, finishedAt: Date) {
  const params = { attempts: String(attempts) }
  return {
    state: 'stopped' as const,
    failure: { document: '', pointer: '', code: 'gave-up', params },
    finishedAt,
  }
}

/** Changes of a run that this worker holds. @throws RunLost, RunPaused */
export function holding<T>(
  engine: Engine,
  claim: Claim,
  held: { readonly state: RunState; readonly position?: number },
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  if (engine.ending?.aborted) return Promise.reject(new RunPaused())
  return write(engine.database, claim.providerId, async transaction => {
    if (!(await holdRun(transaction, claim, held.state, held.position))) throw new RunLost()
    return work(transaction)
  })
}

/** How histories name the source of a run: the register that was asked, or that a file was read. */
const registers: Readonly<Partial<Record<ImportKind, string>>> = { hoks: 'ehoks' }

function sourceOf({ cursor, kind, origin }: RunRow): string {
  if (origin === 'demo') return 'demo'
  return cursor === null ? 'import' : (registers[kind] ?? kind)
}

/** The platform acts, at the time of the batch. */
export function contextOf(run: RunRow, clock: Clock, whole: boolean): ImportContext {
  const source = sourceOf(run)
  const providerId = run.provider_id as Uuid
  const actor: System = { kind: 'system', source, providerId }
  const audit: AuditContext = { actor, now: clock.now() }
  // With a document missing, what it held has not vanished.
  const options = whole ? run.options : { ...run.options, whole: false }
  return { runId: run.id as Uuid, providerId, audit, source, today: clock.today(), options }
}
