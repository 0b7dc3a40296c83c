// The service as npm start composes it; only the limit of requests a minute is out of the way.

import { serverEngine } from '../src/app/import-engine.ts'
import { createServer } from '../src/app/server.ts'
import { allWorkers } from '../src/app/workers.ts'
import { createSender } from '../src/features/deliveries/service-sender.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { startJobs } from '../src/platform/jobs/jobs.ts'
import { jsonLog } from '../src/platform/log/log.ts'

const [, , url = '', wished = '0'] = process.argv
const port = Number(wished)
const log = jsonLog()
const database = openDatabase(url)
const jobs = await startJobs(url, log)
const server = await createServer({
  database,
  jobs,
  log,
  demo: true,
  publicUrl: port === 0 ? 'http://localhost' : `http://localhost:${port}`,
  openId: undefined,
  requestsPerMinute: 100_000_000,
  trustProxy: false,
  checkAnswers: false,
})
await server.app.listen({ host: '127.0.0.1', port })
const imports = serverEngine(database, server, jobs, {
  issuer: 'bench',
  ending: new AbortController().signal,
})
const sender = createSender({ database, log, national: server.outside.national })
await jobs.work(allWorkers(database, server, jobs, imports, sender))
const address = server.app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
process.on('SIGTERM', () => process.exit(0))
