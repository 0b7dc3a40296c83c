import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { begunPlans } from './queries.ts'
import { plansOfLapsed } from './queries-change.ts'
import { renewAskings } from './service-renew.ts'
import { situationOf } from './service-situation.ts'

/** Every night those are let go whom the day has passed: who are no guardians any more, and asked of what is over. */
export const approvalsLapse = jobKind('approvals.lapse', Type.Object({}))

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly providerIds: () => Promise<readonly Uuid[]>
}

/**
 * After plans were saved: asks anew about what changed in those that have been put forward. Each plan in a transaction of
 * its own, so that one which fails holds up no other.
 */
export async function renewApprovals(
  { clock, database }: Pick<Dependencies, 'database' | 'clock'>,
  data: { readonly providerId: string; readonly planIds: readonly string[] },
): Promise<void> {
  const providerId = uuidOf(data.providerId)
  const begun = await read(database, providerId, transaction => begunPlans(transaction, data))
  const failures: unknown[] = []
  for (const planId of begun)
    await renewOne({ clock, database }, providerId, planId).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} plans were not asked about`)
}

async function renewOne(
  { clock, database }: Pick<Dependencies, 'database' | 'clock'>,
  providerId: Uuid,
  planId: string,
): Promise<void> {
  await write(database, providerId, async transaction => {
    const situation = await situationOf(transaction, planId, clock.today(), { lock: true })
    const actor = { kind: 'system', source: 'approvals', providerId } as const
    if (situation !== undefined) await renewAskings(transaction, { actor, now: clock.now() }, situation)
  })
}

const atOnce = 500

export function approvalWorkers(dependencies: Dependencies): JobWorker[] {
  return [{ kind: approvalsLapse, schedule: '20 0 * * *', run: () => lapseAll(dependencies) }]
}

/** Every provider is gone through, also when another's plans fail. */
async function lapseAll(dependencies: Dependencies): Promise<void> {
  const failures: unknown[] = []
  for (const providerId of await dependencies.providerIds())
    await lapseAt(dependencies, providerId, failures).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} batches did not lapse`)
}

async function lapseAt(dependencies: Dependencies, providerId: Uuid, failures: unknown[]): Promise<void> {
  const { clock, database } = dependencies
  for (let after = firstId; ; ) {
    const page = { after, limit: atOnce }
    const planIds = await read(database, providerId, transaction =>
      plansOfLapsed(transaction, clock.today(), page),
    )
    await renewApprovals(dependencies, { providerId, planIds }).catch((error: unknown) =>
      failures.push(error),
    )
    // What stays as it is would be found again for ever: the next ones come after it.
    if (planIds.length < atOnce) return
    after = planIds.at(-1) ?? after
  }
}

/** Before every id there is. */
const firstId = '00000000-0000-0000-0000-000000000000'

/** What runs after plans were saved, and then asks anew about what changed in those that have been put forward. */
export function askingAfter(
  saved: JobWorker,
  dependencies: Pick<Dependencies, 'database' | 'clock'>,
): JobWorker {
  return {
    ...saved,
    run: async data => {
      await saved.run(data)
      await renewApprovals(dependencies, data as { providerId: string; planIds: string[] })
    },
  }
}
