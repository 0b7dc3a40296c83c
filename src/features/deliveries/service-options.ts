import type { Database } from '../../platform/db/database.ts'
import type { Log } from '../../platform/log/log.ts'
import type { NationalService } from './contract-service.ts'

/** What sending and looking are done with. */
export interface SenderOptions {
  readonly database: Database
  readonly national: NationalService
  readonly log: Log
  /** The real instant: leases and pauses know no demo day. */
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  /** Plans of one provider under way at once. */
  readonly atOnce: number
  readonly leaseMilliseconds: number
  /** So much before its end a lease is no longer used. */
  readonly marginMilliseconds: number
  /** No new plan is begun. */
  readonly stopping: () => boolean
}
