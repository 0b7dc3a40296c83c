import { Type } from 'typebox'
import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { eachProvider } from '../../platform/jobs/each-provider.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { guardianRoleEnded } from './audit.ts'
import { endRoles } from './queries.ts'

/** Nightly, after the guardians themselves have ended; it then goes through the providers, each behind its fence. */
export const guardianshipsEnd = jobKind('guardianship.end', Type.Object({}), {
  retryLimit: 5,
  retryDelay: 60,
  retryBackoff: true,
})

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly providerIds: () => Promise<readonly string[]>
}

/** Takes the role from those who guard nobody any more. They had nothing by it since the day itself. */
export function guardianshipsEndWorker({ clock, database, providerIds }: Dependencies): JobWorker {
  return {
    kind: guardianshipsEnd,
    schedule: '25 1 * * *',
    run: async () =>
      eachProvider(await providerIds(), async providerId => {
        const actor = { kind: 'system', source: 'guardians', providerId } as const
        await write(database, providerId, async transaction => {
          const ended = await endRoles(transaction, providerId, clock.today())
          const entries = ended.map(targetId => ({ targetId, details: {} }))
          await record(transaction, { actor, now: clock.now() }, guardianRoleEnded, entries)
        })
      }),
  }
}
