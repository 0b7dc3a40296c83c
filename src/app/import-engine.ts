import type { Engine } from '../features/imports/public.ts'
import { demoIssuer } from '../features/personas/queries.ts'
import type { Config } from '../platform/config/config.ts'
import type { Database } from '../platform/db/database.ts'
import type { JobSender } from '../platform/jobs/jobs.ts'
import { systemClock } from '../platform/time/clock.ts'
import { importDefinitions } from './import-definitions.ts'
import type { Server } from './server.ts'

/** By whom staff are known when they sign in. */
export const issuerOf = ({ openId }: Pick<Config, 'openId'>): string => openId?.issuer ?? demoIssuer

/** The engine of the server's own process: files of pages, and what services are asked for. */
export function serverEngine(
  database: Database,
  { clock, outside, references }: Server,
  jobs: JobSender,
  { ending, issuer }: { readonly issuer: string; readonly ending: AbortSignal },
): Engine {
  const referenceFor = () => Promise.resolve(references.referenceFor)
  return {
    ...{ database, jobs, ending },
    // Heartbeats are instants; only the day of the rules may be moved.
    clock: { now: () => systemClock.now(), today: () => clock.today() },
    definitions: importDefinitions({ jobs, referenceFor, issuer }),
    fetchers: outside.fetchers,
  }
}
