import { type Uuid, uuidOf } from '../ids.ts'

/**
 * Does a night's work at every provider: one that fails holds up no other.
 * @throws AggregateError at the end, of all that failed, so that the job is run again.
 */
export async function eachProvider(
  ids: readonly string[],
  work: (providerId: Uuid) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  for (const id of ids) {
    try {
      await work(uuidOf(id))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `The work failed at ${failures.length} of ${ids.length} providers`)
}
