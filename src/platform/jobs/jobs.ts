import { fromKysely, PgBoss } from 'pg-boss'
import type { Static, TSchema } from 'typebox'
import { applicationRole } from '../db/database.ts'
import type { WriteTransaction } from '../db/door.ts'
import type { Log } from '../log/log.ts'
import { jobSchema, type Queue } from './queues.ts'

/** A kind of job: its queue and the shape of its data. Data hold ids, never contents: those are read when it runs. */
export interface JobKind<Data extends TSchema = TSchema> {
  readonly queue: Queue
  readonly data: Data
}

export const patience = { retryLimit: 5, retryDelay: 2, retryBackoff: true } as const

export function jobKind<Data extends TSchema>(
  name: string,
  data: Data,
  options: Queue['options'] = patience,
): JobKind<Data> {
  return { queue: { name, options }, data }
}

/** Enqueues in the transaction of the change: the job is there when the change is, and not otherwise. */
export interface JobSender {
  send<Data extends TSchema>(
    transaction: WriteTransaction,
    kind: JobKind<Data>,
    data: Static<Data>,
    options?: { readonly singletonKey?: string },
  ): Promise<void>
}

/** What runs a job. It may run twice, so it must be safe to. */
export interface JobWorker<Data extends TSchema = TSchema> {
  readonly kind: JobKind<Data>
  /** When it runs by itself (cron, Helsinki time), beside being sent. */
  readonly schedule?: string
  /** How many run at once in a process; one where it is left out. */
  readonly workers?: number
  run(data: Static<Data>): Promise<void>
}

export interface Jobs extends JobSender {
  work(workers: readonly JobWorker[]): Promise<void>
  /** Lets running jobs finish, for a bounded time. */
  stop(): Promise<void>
}

/** Connects to the job tables as the application's role; the owner has made them. */
export async function startJobs(url: string, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    application_name: 'yhdessa jobs',
    options: `-c role=${applicationRole}`,
    max: 4,
    migrate: false,
    createSchema: false,
  } as ConstructorParameters<typeof PgBoss>[0])
  boss.on('error', error => log.failure(undefined, error, { part: 'jobs' }))
  await boss.start()
  return {
    send: async (transaction, kind, data, options) => {
      await boss.send(kind.queue.name, data as object, { db: fromKysely(transaction), ...options })
    },
    work: async workers => {
      for (const worker of workers) await startWorker(boss, worker, log)
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function startWorker(boss: PgBoss, worker: JobWorker, log: Log): Promise<void> {
  const name = worker.kind.queue.name
  if (worker.schedule !== undefined) await boss.schedule(name, worker.schedule, {}, { tz: 'Europe/Helsinki' })
  for (let number = 0; number < (worker.workers ?? 1); number += 1) {
    await boss.work(name, { pollingIntervalSeconds: 1 }, async jobs => {
      for (const job of jobs) {
        await worker.run(job.data as never).catch((error: unknown) => {
          // The queue tries again with growing pauses; what failed for good stays there to be seen.
          log.failure(undefined, error, { part: 'jobs', job: name })
          throw error
        })
      }
    })
  }
}
