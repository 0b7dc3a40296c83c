import { Type } from 'typebox'
import type { System } from '../../platform/access/actor.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { addMonths } from '../../platform/time/plain-date.ts'
import { expiredInstructors } from './queries.ts'
import { erase } from './service.ts'

/** Nightly, without a provider; it then goes through the providers one by one, each behind its fence. */
export const retention = jobKind('contacts.retention', Type.Object({}), {
  retryLimit: 5,
  retryDelay: 60,
  retryBackoff: true,
})

const batch = 100

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly providers: () => Promise<readonly { readonly id: Uuid; readonly retentionMonths: number }[]>
}

export function retentionWorker({ database, clock, providers }: Dependencies): JobWorker {
  return {
    kind: retention,
    schedule: '20 2 * * *',
    run: async () => {
      for (const provider of await providers()) {
        const before = addMonths(clock.today(), -provider.retentionMonths)
        await eraseExpired(database, provider.id, before, clock)
      }
    },
  }
}

async function eraseExpired(
  database: Database,
  providerId: Uuid,
  before: string,
  clock: Clock,
): Promise<void> {
  const actor: System = { kind: 'system', source: 'retention', providerId }
  const audit = { actor, now: clock.now() }
  const request = { extent: 'details', reason: `retention: periods ended before ${before}` } as const
  for (let erased = batch; erased === batch; ) {
    erased = await write(database, providerId, async transaction => {
      const ids = await expiredInstructors(transaction, before, batch)
      for (const id of ids) await erase(transaction, audit, { id, ...request })
      return ids.length
    })
  }
}
