import type { Config } from '../platform/config/config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { jsonLog } from '../platform/log/log.ts'
import { createServer } from './server.ts'
import { allWorkers } from './workers.ts'

export interface Running {
  readonly address: string
  close(): Promise<void>
}

/** The web process: serves, and works on jobs beside it. Stopping finishes what is under way. */
export async function runWeb(config: Config & { readonly databaseUrl: string }): Promise<Running> {
  const log = jsonLog()
  const database = openDatabase(config.databaseUrl)
  const jobs = await startJobs(config.databaseUrl, log)
  const server = await createServer({
    database,
    jobs,
    log,
    demo: config.demo,
    publicUrl: config.publicUrl,
    openId: config.openId,
    groupsClaim: config.groupsClaim,
    requestsPerMinute: config.requestsPerMinute,
    trustProxy: config.trustProxy,
    outside: {
      callerId: config.callerId,
      secretKey: config.secretKey,
      reach: config.privateAddresses ? 'any' : 'public',
    },
    checkAnswers: false,
  })
  await server.app.listen({ port: config.port, host: config.host })
  await jobs.work(allWorkers(database, server, jobs))
  return {
    address: config.publicUrl,
    close: async () => {
      await server.close()
      await jobs.stop()
      await database.close()
    },
  }
}
