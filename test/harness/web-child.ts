// The service in a process of its own, to be killed. Tells its port.
import { createServer } from '../../src/app/server.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { startJobs } from '../../src/platform/jobs/jobs.ts'
import { silentLog } from '../../src/platform/log/log.ts'

const url = process.argv[2] ?? ''
const { app } = await createServer({
  ...{ database: openDatabase(url), jobs: await startJobs(url, silentLog), log: silentLog },
  ...{ demo: true, openId: undefined, publicUrl: 'http://localhost' },
  ...{ requestsPerMinute: 1_000_000, trustProxy: false, checkAnswers: false },
})
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
