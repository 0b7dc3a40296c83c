import { tendDeliveries } from '../features/deliveries/jobs.ts'
import { createSender } from '../features/deliveries/service-sender.ts'
import type { NationalFake } from '../features/demo-services/contract-fake.ts'
import { tendImports } from '../features/imports/jobs.ts'
import { giveKeys } from '../features/students/jobs.ts'
import type { Config } from '../platform/config/config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { write } from '../platform/db/door.ts'
import { openFiles } from '../platform/files/store.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { jsonLog } from '../platform/log/log.ts'
import { mailerOf } from '../platform/mail/mail.ts'
import { issuerOf, serverEngine } from './import-engine.ts'
import { createServer } from './server.ts'
import { filesFolder } from './start-database.ts'
import { allWorkers } from './workers.ts'

export interface Running {
  readonly address: string
  close(): Promise<void>
}

export interface WebConfig extends Config {
  readonly databaseUrl: string
  /** The demo's own national service, where the demo runs one. */
  readonly nationalFake?: NationalFake
}

/** The web process: serves, and works on jobs beside it. Stopping finishes what is under way. */
export async function runWeb(config: WebConfig): Promise<Running> {
  const log = jsonLog()
  const database = openDatabase(config.databaseUrl)
  const jobs = await startJobs(config.databaseUrl, log)
  const files = await openFiles(config.files, filesFolder)
  const server = await createServer({
    database,
    jobs,
    log,
    demo: config.demo,
    publicUrl: config.publicUrl,
    openId: config.openId,
    groupsClaim: config.groupsClaim,
    studentClaim: config.studentClaim,
    requestsPerMinute: config.requestsPerMinute,
    trustProxy: config.trustProxy,
    sendsMail: config.mail !== undefined,
    files,
    outside: {
      callerId: config.callerId,
      secretKey: config.secretKey,
      reach: config.privateAddresses ? 'any' : 'public',
    },
    ...(config.nationalFake === undefined ? {} : { nationalFake: config.nationalFake }),
    checkAnswers: false,
  })
  await server.app.listen({ port: config.port, host: config.host })
  const ending = new AbortController()
  const imports = serverEngine(database, server, jobs, { issuer: issuerOf(config), ending: ending.signal })
  const sender = createSender({ database, log, national: server.outside.national })
  const mailer = mailerOf(config.mail)
  const outgoing = { mailer, publicUrl: config.publicUrl }
  await jobs.work(allWorkers(database, server, jobs, imports, sender, outgoing))
  // Imports that an earlier process left lying are taken up now, and whom an earlier version gave no keys are found.
  await write(database, null, async transaction => {
    await jobs.send(transaction, tendImports, {})
    await jobs.send(transaction, tendDeliveries, {})
    await jobs.send(transaction, giveKeys, {})
  })
  return {
    address: config.publicUrl,
    close: async () => {
      ending.abort()
      await server.close()
      await Promise.all([jobs.stop(), sender.stop()])
      mailer.close()
      await database.close()
    },
  }
}
