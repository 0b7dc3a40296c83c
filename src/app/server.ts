import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { startDemoClock } from '../features/clock/service.ts'
import type { NationalFake } from '../features/demo-services/contract-fake.ts'
import { openReference } from '../features/qualifications/public.ts'
import { nationalPrefix } from '../platform/auth/authenticate.ts'
import type { Database } from '../platform/db/database.ts'
import { migrationNames } from '../platform/db/migrate.ts'
import { diskFiles, type FileStore } from '../platform/files/store.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { createMetrics } from '../platform/http/metrics.ts'
import { mountEndpoints } from '../platform/http/mount.ts'
import { createHttpServer, limiterOf } from '../platform/http/server.ts'
import type { JobSender } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log/log.ts'
import { type Clock, systemClock } from '../platform/time/clock.ts'
import { composeAuth, type OpenIdClient } from './auth.ts'
import { allEndpoints } from './features.ts'
import { composeOutside, type Outside, type OutsideOptions, onlyThisMachine } from './import-fetchers.ts'
import { mountPages } from './pages.ts'
import { type PlanReferences, planReferences } from './references.ts'
import { textOf } from './texts.ts'

export interface ServerSurroundings {
  readonly database: Database
  readonly jobs: JobSender
  readonly log: Log
  readonly demo: boolean
  /** Where browsers find us, as `https://host`. */
  readonly publicUrl: string
  /** Another OpenID provider than the demo's own. */
  readonly openId: OpenIdClient | undefined
  /** The claim in which groups are told at sign-in; `groups` where it is left out. */
  readonly groupsClaim?: string
  /** The claim in which the learner number is told at sign-in; none where it is left out. */
  readonly studentClaim?: string | undefined
  readonly requestsPerMinute: number
  readonly trustProxy: boolean
  /** Whether mail leaves this installation; it does not where it is left out. */
  readonly sendsMail?: boolean
  /** How the national services are asked; without it only services on this machine are. */
  readonly outside?: OutsideOptions
  /** The demo's own national service, where the demo runs one. */
  readonly nationalFake?: NationalFake
  /** Where the files of students are kept; a folder of the system's temporary ones where it is left out. */
  readonly files?: FileStore
  /** Checks every answer against its contract. */
  readonly checkAnswers: boolean
}

export interface Server {
  readonly app: FastifyInstance
  readonly endpoints: readonly Endpoint[]
  readonly clock: Clock
  readonly references: PlanReferences
  readonly outside: Outside
  readonly files: FileStore
  /** Reads reference data and the clock anew, after an import or a move made in this process. */
  refresh(): Promise<void>
  close(): Promise<void>
}

const bodyLimit = 2 * 1024 * 1024

/** The whole service on one server, not listening yet. */
export async function createServer(surroundings: ServerSurroundings): Promise<Server> {
  const { database, log, publicUrl } = surroundings
  const metrics = createMetrics(database)
  const auth = composeAuth(surroundings)
  const [clock, reference, neededMigrations] = await Promise.all([
    auth.demo ? startDemoClock(database) : undefined,
    openCurrent(database),
    migrationNames(),
  ])
  const references = planReferences(reference.current)
  const { jobs } = surroundings
  const outside = composeOutside(database, surroundings.outside ?? onlyThisMachine)
  const files = surroundings.files ?? diskFiles(join(tmpdir(), 'yhdessa-files'))
  const endpoints = allEndpoints({
    ...{ database, files, jobs, metrics, references, clock, publicUrl, neededMigrations, outside },
    nationalFake: surroundings.nationalFake,
    auth: auth.endpoints,
    sendsMail: surroundings.sendsMail === true,
  })
  const app = await createHttpServer({
    texts: textOf,
    log,
    metrics,
    requestsPerMinute: surroundings.requestsPerMinute,
    bodyLimit,
    secure: publicUrl.startsWith('https:'),
    trustProxy: surroundings.trustProxy,
  })
  mountEndpoints(app, endpoints, {
    database,
    clock: clock ?? systemClock,
    authenticate: auth.authenticate,
    limit: limiterOf(app, surroundings.requestsPerMinute),
    checkAnswers: surroundings.checkAnswers,
  })
  await auth.mount(app)
  await mountPages(app, nationalPrefix)
  const refresh = async () => {
    await Promise.all([reference.refresh(), clock?.refresh()])
  }
  return {
    app,
    endpoints,
    clock: clock ?? systemClock,
    references,
    outside,
    files,
    refresh,
    close: async () => {
      clock?.stop()
      reference.stop()
      await app.close()
    },
  }
}

/** Reference data in memory, read before the first request so that the rules can ask without waiting. */
async function openCurrent(database: Database) {
  const cache = openReference(database)
  let copy = await cache.current()
  const take = async () => {
    copy = await cache.refresh()
  }
  // A database that is away leaves the copy as it was; requests tell that it is away.
  const timer = setInterval(() => take().catch(() => undefined), 5_000)
  timer.unref()
  return { current: () => copy, refresh: take, stop: () => clearInterval(timer) }
}
