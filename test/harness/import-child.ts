// An import in a process of its own, to be killed. It counts its messages to the database, and dies at one of them if
// told to; else it says at its end how it ended.
import { type ImportOrder, importFiles } from '../../src/app/import.ts'
import { importDefinitions } from '../../src/app/import-definitions.ts'
import { referencesNow } from '../../src/app/references-now.ts'
import { type Engine, workOn } from '../../src/features/imports/public.ts'
import { fetchKoski } from '../../src/integrations/koski/fetch.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { createHttpClient } from '../../src/platform/http-client/client.ts'
import type { Uuid } from '../../src/platform/ids.ts'
import { startJobs } from '../../src/platform/jobs/jobs.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { systemClock } from '../../src/platform/time/clock.ts'

/** Files as the command brings them in, or a run that asks the study right register. */
export type ChildOrder =
  | Pick<ImportOrder, 'kind' | 'whole' | 'files'>
  | { readonly runId: string; readonly address: string; readonly organisationOid: string }

export interface ChildTask {
  readonly url: string
  readonly providerId: Uuid
  readonly order: ChildOrder
  readonly death?: Death
}

/** The message to the database at which to die. */
export interface Death {
  readonly at: number
  /** Before it goes; when it has gone and nothing has been heard; or before the one that follows the next commit. */
  readonly moment: 'before' | 'sent' | 'committed'
  /** From when messages are counted: from the start, or from the first batch that this process has stored. */
  readonly from: 'start' | 'batch'
}

export interface ChildEnd {
  readonly outcome: string
  /** Messages until the first batch was stored, and after that. */
  readonly messages: Readonly<Record<Death['from'], number>>
  readonly lines: readonly string[]
}

const messages = { start: 0, batch: 0 }
let phase: Death['from'] = 'start'

/** By their count and not by the clock: so the place is as likely on a fast machine as on a slow one. */
function countMessages({ pool }: Database, death: Death | undefined): void {
  const die = () => process.kill(process.pid, 'SIGKILL')
  let committed = false
  pool.on('connect', client => {
    const query = client.query.bind(client)
    const counted = (...given: Parameters<typeof query>) => {
      messages[phase] += 1
      const due = phase === death?.from && messages[phase] >= death.at
      if (due && (death.moment === 'before' || committed)) die()
      committed = due && death.moment === 'committed' && String(given[0]) === 'commit'
      const answer = query(...given)
      if (due && death.moment === 'sent') setImmediate(die)
      return answer
    }
    Object.assign(client, { query: counted })
  })
}

function fetchersOf(order: ChildOrder): Engine['fetchers'] {
  if ('files' in order) return {}
  const { address, organisationOid } = order
  const tools = { http: createHttpClient({ callerId: 'test' }), pollMilliseconds: 1 }
  const credentials = { username: 'kone', secret: 'sana', reach: 'loopback' } as const
  return { koski: fetchKoski(tools, async () => ({ address, organisationOid, ...credentials })) }
}

async function run({ death, order, providerId, url }: ChildTask): Promise<ChildEnd> {
  const database = openDatabase(url, { connections: 4 })
  countMessages(database, death)
  const jobs = await startJobs(url, silentLog)
  const engine: Engine = {
    ...{ database, jobs, clock: systemClock, fetchers: fetchersOf(order) },
    definitions: importDefinitions({ jobs, referenceFor: referencesNow(database), issuer: 'test' }),
  }
  const lines: string[] = []
  const stored = () => {
    phase = 'batch'
  }
  const outcome =
    'files' in order
      ? `code ${await importFiles(engine, providerId, order, { say: line => lines.push(line), progress: stored })}`
      : await workOn(engine, { providerId, runId: order.runId }, { told: stored })
  await jobs.stop()
  await database.close()
  return { outcome, messages, lines }
}

process.once('message', async task => {
  process.send?.(await run(task as ChildTask))
  process.disconnect?.()
})
