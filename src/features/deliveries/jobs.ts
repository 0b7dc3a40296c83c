import { Type } from 'typebox'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import { planWasApproved } from '../plans/public.ts'
import { settingsOf } from '../settings/public.ts'
import { adoptApproved } from './queries.ts'
import type { Sender } from './service-sender.ts'

/** Finds what is due and was not taken up: leases that ran out, and approvals whose job was lost. */
export const tendDeliveries = jobKind('deliveries.tend', Type.Object({}))

/** There is something to send, or to look at, before the tending would find it. */
export const wakeDeliveries = jobKind('deliveries.wake', Type.Object({ providerId: Type.String() }))

/** Looks whether the national service still holds what was delivered. */
export const checkDeliveries = jobKind('deliveries.check', Type.Object({}))

interface Dependencies {
  readonly database: Database
  readonly sender: Sender
  readonly providerIds: () => Promise<readonly Uuid[]>
  readonly now: () => Date
}

/** All of them only wake the sender: none waits for a service, so none holds up another provider. */
export function deliveryWorkers(dependencies: Dependencies): JobWorker[] {
  const { database, now, sender } = dependencies
  return [
    {
      kind: planWasApproved,
      run: async data => {
        const { planId, providerId } = data as { providerId: string; planId: string }
        const provider = uuidOf(providerId)
        await write(database, provider, transaction => adoptApproved(transaction, now(), planId))
        sender.wake(provider)
      },
    },
    {
      kind: wakeDeliveries,
      run: async data => {
        const provider = uuidOf((data as { providerId: string }).providerId)
        sender.wake(provider)
        sender.check(provider)
      },
    },
    { kind: tendDeliveries, schedule: '* * * * *', run: () => tendAll(dependencies) },
    {
      kind: checkDeliveries,
      schedule: '25 * * * *',
      run: async () => {
        for (const providerId of await dependencies.providerIds()) sender.check(providerId)
      },
    },
  ]
}

async function tendAll({ database, now, providerIds, sender }: Dependencies): Promise<void> {
  const failures: unknown[] = []
  for (const providerId of await providerIds()) {
    const tending = async () => {
      const { nationalSender } = await read(database, providerId, settingsOf)
      if (nationalSender !== 'here') return
      await write(database, providerId, transaction => adoptApproved(transaction, now()))
      sender.wake(providerId)
    }
    await tending().catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Deliveries could not be tended')
}
