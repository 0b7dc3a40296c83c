import { Type } from 'typebox'
import { installation } from '../../platform/access/installation.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type JobSender, type JobWorker, jobKind } from '../../platform/jobs/jobs.ts'
import { lockDue, setNextDue } from './queries.ts'
import { nextDue } from './rules-schedule.ts'
import { askRun } from './service.ts'

/** Looks which registers are due, and asks for their runs. */
export const tendRegisters = jobKind('registers.tend', Type.Object({}))

interface Dependencies {
  readonly database: Database
  readonly jobs: JobSender
  readonly providerIds: () => Promise<readonly Uuid[]>
  readonly now: () => Date
}

/** Safe to run twice, and in two processes: a register that is due is locked, and its next time is set with the run. */
export function registersWorker({ database, jobs, now, providerIds }: Dependencies): JobWorker {
  return {
    kind: tendRegisters,
    schedule: '*/3 * * * *',
    run: async () => {
      const failures: unknown[] = []
      for (const providerId of [installation, ...(await providerIds())]) {
        await askDue({ database, jobs }, providerId, now()).catch((error: unknown) => failures.push(error))
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Registers that are due could not be asked')
    },
  }
}

function askDue(
  { database, jobs }: Pick<Dependencies, 'database' | 'jobs'>,
  providerId: Uuid,
  now: Date,
): Promise<void> {
  return write(database, providerId, async transaction => {
    const audit = { actor: { kind: 'system', source: 'schedule', providerId }, now } as const
    for (const due of await lockDue(transaction, now)) {
      await askRun(transaction, audit, jobs, { ...due, origin: 'schedule' })
      await setNextDue(transaction, due.register, nextDue(due, now))
    }
  })
}
