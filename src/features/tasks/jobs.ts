import { Type } from 'typebox'
import type { Uuid } from '../../platform/ids.ts'
import { type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import { type DigestDependencies, sendDigests } from './service-digest.ts'

/** On the mornings of weekdays, without a provider; it then goes through the providers one by one. */
export const digestMorning = jobKind('tasks.digest', Type.Object({}))

/** Several times a morning, so that a machine that was away at seven sends later: each day's goes once. */
export function digestWorker({
  providerIds,
  ...dependencies
}: DigestDependencies & { readonly providerIds: () => Promise<readonly Uuid[]> }): JobWorker {
  return {
    kind: digestMorning,
    schedule: '10 7-10 * * 1-5',
    run: async () => {
      if (!dependencies.mailer.sends) return
      let failed = 0
      for (const id of await providerIds()) failed += await sendDigests(dependencies, id)
      if (failed > 0) throw new Error(`${failed} digests were not taken; they are tried again`)
    },
  }
}
