import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { type Clock, movedClock } from '../../platform/time/clock.ts'
import { findDays } from './queries.ts'

/** The clock of the demo: its day is moved as the table says. Instants are always the real ones. */
export interface DemoClock extends Clock {
  days(): number
  /** Reads the table anew: after a move made here, and every few seconds for those made in other processes. */
  refresh(): Promise<void>
  stop(): void
}

const refreshEvery = 3_000

/** Only the demo has one; elsewhere the system's clock is used, and nothing asks this table. */
export async function startDemoClock(database: Database): Promise<DemoClock> {
  let days = 0
  const refresh = async (): Promise<void> => {
    days = await read(database, null, findDays)
  }
  await refresh()
  // A database that is away leaves the clock as it was; requests tell that it is away.
  const timer = setInterval(() => refresh().catch(() => undefined), refreshEvery)
  timer.unref()
  return { ...movedClock(() => days), days: () => days, refresh, stop: () => clearInterval(timer) }
}
