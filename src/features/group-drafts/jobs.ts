import { Type } from 'typebox'
import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { eachProvider } from '../../platform/jobs/each-provider.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { addMonths } from '../../platform/time/plain-date.ts'
import { settingsOf } from '../settings/public.ts'
import { groupDraftDiscarded } from './audit.ts'
import { deleteUntouched } from './queries-erase.ts'

/** Nightly: answers hold names and addresses of instructors, who are forgotten when nobody goes on with the draft. */
export const groupDraftsEnd = jobKind('group-drafts.end', Type.Object({}), {
  retryLimit: 5,
  retryDelay: 60,
  retryBackoff: true,
})

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly providerIds: () => Promise<readonly string[]>
}

/** Throws away drafts that nobody has touched for as long as contact data are kept; saved plans stay. */
export function groupDraftsEndWorker({ clock, database, providerIds }: Dependencies): JobWorker {
  return {
    kind: groupDraftsEnd,
    schedule: '40 1 * * *',
    run: async () =>
      eachProvider(await providerIds(), async providerId => {
        const actor = { kind: 'system', source: 'group-drafts', providerId } as const
        await write(database, providerId, async transaction => {
          const { contactRetentionMonths } = await settingsOf(transaction)
          const ended = await deleteUntouched(transaction, addMonths(clock.today(), -contactRetentionMonths))
          const entries = ended.map(targetId => ({ targetId, details: {} }))
          await record(transaction, { actor, now: clock.now() }, groupDraftDiscarded, entries)
        })
      }),
  }
}
