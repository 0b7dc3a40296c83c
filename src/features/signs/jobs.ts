import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import { eachProvider } from '../../platform/jobs/each-provider.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { settingsOf } from '../settings/public.ts'
import { type Looking, lookingOn } from './rules.ts'
import { lookAtPage, lookAtPlans, lookedBy } from './service-look.ts'

/** Every night without data, at every provider; after a save at one, for the plans that were saved. */
export const signsLook = jobKind(
  'signs.look',
  Type.Object({
    providerId: Type.Optional(Type.String()),
    planIds: Type.Optional(Type.Array(Type.String())),
  }),
  { retryLimit: 5, retryDelay: 30, retryBackoff: true },
)

interface Looker {
  readonly database: Database
  readonly clock: Clock
}

interface Dependencies extends Looker {
  readonly providerIds: () => Promise<readonly Uuid[]>
}

/** Plans of one transaction: no more are in memory at once. */
const batch = 10_000

export function signsWorker(dependencies: Dependencies): JobWorker {
  return {
    kind: signsLook,
    // After the states of study rights have moved on.
    schedule: '40 0 * * *',
    run: async data => {
      const { planIds, providerId } = data as { providerId?: string; planIds?: string[] }
      if (providerId === undefined) {
        await eachProvider(await dependencies.providerIds(), id => lookAtAll(dependencies, id))
      } else if (planIds === undefined) await lookAtAll(dependencies, uuidOf(providerId))
      else await lookAtSome(dependencies, uuidOf(providerId), planIds)
    },
  }
}

const lookingAt = async ({ clock, database }: Looker, providerId: Uuid): Promise<Looking> => {
  const { signs } = await read(database, providerId, settingsOf)
  return lookingOn(signs, clock.today())
}

/** All plans of a provider, page by page, each page in a transaction of its own. */
export async function lookAtAll(dependencies: Looker, providerId: Uuid): Promise<void> {
  const { clock, database } = dependencies
  const looking = await lookingAt(dependencies, providerId)
  for (let after: string | undefined = firstId; after !== undefined; ) {
    const page: Parameters<typeof lookAtPage>[3] = { after, limit: batch }
    const next: string | undefined = await write(database, providerId, transaction =>
      lookAtPage(transaction, lookedBy(providerId, clock.now()), looking, page),
    )
    after = next
  }
}

/** Before every id there is. */
const firstId = '00000000-0000-0000-0000-000000000000'

export async function lookAtSome(
  dependencies: Looker,
  providerId: Uuid,
  planIds: readonly string[],
): Promise<void> {
  const looking = await lookingAt(dependencies, providerId)
  for (let at = 0; at < planIds.length; at += batch) {
    const ids = planIds.slice(at, at + batch)
    await write(dependencies.database, providerId, transaction =>
      lookAtPlans(transaction, lookedBy(providerId, dependencies.clock.now()), looking, ids),
    )
  }
}

/** The job of saved plans, and after it a look at the plans that it names. */
export function lookingAfter(saved: JobWorker, dependencies: Dependencies): JobWorker {
  return {
    ...saved,
    run: async data => {
      await saved.run(data)
      const { planIds, providerId } = data as { providerId: string; planIds: string[] }
      await lookAtSome(dependencies, uuidOf(providerId), planIds)
    },
  }
}
