import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { eachProvider } from '../../platform/jobs/each-provider.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { renewEnds, studentsOfAge } from './queries.ts'
import { eraseGuardiansOf } from './service.ts'

/** Nightly, without a provider; it then goes through the providers one by one, each behind its fence. */
export const guardiansEnd = jobKind('guardians.end', Type.Object({}), {
  retryLimit: 5,
  retryDelay: 60,
  retryBackoff: true,
})

const batch = 100

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly providerIds: () => Promise<readonly string[]>
}

/** Removes what is known of the guardians of students who have come of age. */
export function guardiansEndWorker({ clock, database, providerIds }: Dependencies): JobWorker {
  return {
    kind: guardiansEnd,
    schedule: '10 1 * * *',
    run: async () => eachProvider(await providerIds(), providerId => endAt(database, providerId, clock)),
  }
}

async function endAt(database: Database, providerId: Uuid, clock: Clock): Promise<void> {
  const actor = { kind: 'system', source: 'guardians', providerId } as const
  await write(database, providerId, renewEnds)
  for (let ended = batch; ended === batch; ) {
    ended = await write(database, providerId, async transaction => {
      const students = await studentsOfAge(transaction, clock.today(), batch)
      const audit = { actor, now: clock.now() }
      for (const studentId of students)
        await eraseGuardiansOf(transaction, audit, { studentId, reason: 'came of age' })
      return students.length
    })
  }
}
