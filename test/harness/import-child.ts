// An import in a process of its own, to be killed. Says when it begins, and what it said at its end.
import { importFiles } from '../../src/app/import.ts'
import { importDefinitions } from '../../src/app/import-definitions.ts'
import { referencesNow } from '../../src/app/references-now.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { uuidOf } from '../../src/platform/ids.ts'
import { startJobs } from '../../src/platform/jobs/jobs.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { systemClock } from '../../src/platform/time/clock.ts'

const [url = '', providerId = '', patience = '', ...files] = process.argv.slice(2)
const database = openDatabase(url, { connections: 4 })
const jobs = await startJobs(url, silentLog)
const lines: string[] = []
const engine = {
  ...{ database, jobs, clock: systemClock, fetchers: {}, patience: Number(patience) },
  definitions: importDefinitions({ jobs, referenceFor: referencesNow(database), issuer: 'test' }),
}
process.send?.({ begun: true })
const order = { kind: 'hoks', whole: false, files } as const
const code = await importFiles(engine, uuidOf(providerId), order, { say: line => lines.push(line) })
process.send?.({ code, lines })
await jobs.stop()
await database.close()
process.disconnect?.()
