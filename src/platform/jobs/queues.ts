import { createHash } from 'node:crypto'

/** A queue as a feature's jobs.ts declares it. The owner makes them at migration; the application may not. */
export interface Queue {
  readonly name: string
  readonly options: {
    readonly retryLimit: number
    readonly retryDelay: number
    readonly retryBackoff: boolean
    /** After how long a job that still runs is taken for failed; a quarter of an hour where it is left out. */
    readonly expireInSeconds?: number
  }
}

export const jobSchema = 'pgboss'

/** Changes with the list, so that a new queue is made at the next start. */
export function queuesVersion(queues: readonly Queue[]): string {
  return createHash('sha256').update(JSON.stringify(queues)).digest('hex').slice(0, 12)
}
