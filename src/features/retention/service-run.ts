import type { System } from '../../platform/access/actor.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import type { JobSender, JobWorker } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { settingsOf } from '../settings/public.ts'
import { type ErasedKind, erasedKinds } from './contract.ts'
import { retentionNight, retentionRun } from './jobs.ts'
import { addCount, finishRun, lockRun, markFailure } from './queries-runs.ts'
import { stands } from './rules.ts'
import { eraseSome, startRun } from './service.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly jobs: JobSender
  readonly providerIds: () => Promise<readonly Uuid[]>
}

export function retentionWorkers(dependencies: Dependencies): JobWorker[] {
  const { clock, database, jobs, providerIds } = dependencies
  const night: JobWorker<typeof retentionNight.data> = {
    kind: retentionNight,
    schedule: '20 2 * * *',
    run: async () => {
      for (const providerId of await providerIds()) {
        const audit = { actor: systemAt(providerId), now: clock.now() }
        await write(database, providerId, transaction =>
          startRun(transaction, { audit, jobs, origin: 'night' }),
        )
      }
    },
  }
  const run: JobWorker<typeof retentionRun.data> = {
    kind: retentionRun,
    run: ({ providerId, runId }) => workOn({ database, clock }, uuidOf(providerId), uuidOf(runId)),
  }
  return [night, run as JobWorker]
}

const systemAt = (providerId: Uuid): System => ({ kind: 'system', source: 'retention', providerId })

/** Rows of a kind that go in one transaction. */
const usualBatch = 100

interface Working extends Pick<Dependencies, 'clock' | 'database'> {
  readonly batch?: number
}

/** Does what is left of a run, kind by kind, batch by batch; a run that has ended is left alone. */
export async function workOn(
  { batch = usualBatch, clock, database }: Working,
  providerId: Uuid,
  runId: Uuid,
): Promise<void> {
  try {
    for (const kind of erasedKinds) {
      let more = true
      while (more) more = await workOnBatch({ batch, clock, database }, providerId, runId, kind)
    }
    await write(database, providerId, transaction => finishRun(transaction, runId, clock.now()))
  } catch (error) {
    // The name of what went wrong, without its words: those may hold what was to be erased.
    const failure = (error as { code?: string }).code ?? (error as Error).name
    await write(database, providerId, transaction => markFailure(transaction, runId, failure)).catch(
      () => undefined,
    )
    throw error
  }
}

/** One batch with its count in one transaction. Answers whether there may be more. */
async function workOnBatch(
  { batch, clock, database }: Required<Working>,
  providerId: Uuid,
  runId: Uuid,
  kind: ErasedKind,
): Promise<boolean> {
  return write(database, providerId, async transaction => {
    const run = await lockRun(transaction, runId)
    const rule = run?.rules[kind]
    if (rule === undefined || !stands(await settingsOf(transaction), kind, rule)) return false
    const audit = { actor: systemAt(providerId), now: clock.now() }
    const erased = await eraseSome(transaction, { audit, runId, limit: batch }, kind, rule)
    if (erased > 0) await addCount(transaction, runId, kind, erased)
    return erased === batch
  })
}
