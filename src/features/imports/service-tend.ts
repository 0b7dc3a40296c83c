import { read, write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { JobWorker } from '../../platform/jobs/jobs.ts'
import { runImport, tendImports } from './jobs.ts'
import { lockRun, type RunRow, setState } from './queries.ts'
import { emptyRun } from './queries-documents.ts'
import { mustWait, openRuns } from './queries-run.ts'
import { isActive, isAlive, isRemote } from './rules-runs.ts'
import { because, type Engine } from './service-claim.ts'
import { workOn } from './service-engine.ts'

const day = 86_400_000
/** Files hold personal data: they do not wait for somebody for ever. */
const keptFor = { receiving: day, stopped: 7 * day }

/** What the tender does about a run. */
type Care = 'run' | 'resume' | 'leave-command' | 'abandon' | undefined

/** @param now when it is looked at */
export function careOf(run: RunRow, now: Date, patience?: number): Care {
  const remote = isRemote(run.origin)
  const alive = isAlive(run.heartbeat_at, now, patience)
  if (run.state === 'receiving')
    return isOlder(run.requested_at, keptFor.receiving, now) ? 'abandon' : undefined
  if (run.state === 'stopped') {
    if (isOlder(run.finished_at ?? run.requested_at, keptFor.stopped, now)) return 'abandon'
    return run.failure?.code === 'unexpected-fault' && !remote && !run.superseded ? 'resume' : undefined
  }
  if (alive) return undefined
  return remote ? 'leave-command' : 'run'
}

const isOlder = (at: Date, age: number, now: Date): boolean => now.getTime() - at.getTime() > age

/** Looks after the runs of one tenant. */
async function tend(engine: Engine, providerId: Uuid): Promise<void> {
  const { clock, database, jobs, patience } = engine
  for (const { id } of await read(database, providerId, openRuns)) {
    await write(database, providerId, async transaction => {
      const run = await lockRun(transaction, id)
      const now = clock.now()
      const care = run && careOf(run, now, patience)
      if (run === undefined || care === undefined) return
      if (care === 'abandon') {
        await emptyRun(transaction, id)
        await setState(transaction, id, { state: 'stopped', failure: because('abandoned'), finishedAt: now })
        return
      }
      if (care === 'leave-command') {
        await setState(transaction, id, {
          state: 'stopped',
          failure: because('command-left'),
          finishedAt: now,
        })
        return
      }
      if (care === 'resume')
        await setState(transaction, id, { state: 'waiting', failure: null, finishedAt: null })
      // One that has to wait gets its job when the one before it ends.
      if (isActive(run.state) || !(await mustWait(transaction, run, now, patience))) {
        await jobs.send(transaction, runImport, { providerId, runId: id })
      }
    })
  }
}

/** The workers of imports: one runs, the other looks every minute whether something is left lying. */
export function importWorkers(engine: Engine, tenants: () => Promise<readonly Uuid[]>): JobWorker[] {
  return [
    {
      kind: runImport,
      // A run that waits for a service's long query holds one and costs next to nothing: there are enough of them for
      // files of pages to get their turns beside.
      workers: 6,
      run: async data => {
        const { providerId, runId } = data as { providerId: Uuid; runId: string }
        await workOn(engine, { providerId, runId })
      },
    },
    {
      kind: tendImports,
      schedule: '* * * * *',
      run: async () => {
        const failures: unknown[] = []
        for (const tenant of await tenants()) {
          await tend(engine, tenant).catch((error: unknown) => failures.push(error))
        }
        if (failures.length > 0) throw new AggregateError(failures, 'Imports could not be looked after')
      },
    },
  ]
}
