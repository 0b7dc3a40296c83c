import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { moveStatesOn } from './queries.ts'

/** Nightly, without a provider: states begin by date, and nobody sends anything on that day. */
export const statesMoveOn = jobKind('study-rights.states', Type.Object({}))

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly providerIds: () => Promise<readonly Uuid[]>
}

/** Goes through the providers one by one, each behind its fence. */
export function statesWorker({ database, clock, providerIds }: Dependencies): JobWorker {
  return {
    kind: statesMoveOn,
    // Soon after midnight, before plans are checked again.
    schedule: '5 0 * * *',
    run: async () => {
      for (const id of await providerIds()) {
        await write(database, id, transaction => moveStatesOn(transaction, clock.today()))
      }
    },
  }
}
