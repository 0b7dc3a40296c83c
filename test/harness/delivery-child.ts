// Sending in a process of its own, to be killed: it dies at one of its messages to the database or to the service, or ends
// when nothing is due any more.
import { setTimeout } from 'node:timers/promises'
import { deliveryWorkers } from '../../src/features/deliveries/jobs.ts'
import { createSender } from '../../src/features/deliveries/service-sender.ts'
import { nationalSender } from '../../src/integrations/ehoks/send.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { createHttpClient, type HttpClient } from '../../src/platform/http-client/client.ts'
import type { Uuid } from '../../src/platform/ids.ts'
import { silentLog } from '../../src/platform/log/log.ts'

export interface DeliveryTask {
  readonly url: string
  readonly providerId: Uuid
  /** Of the fake national service. */
  readonly address: string
  readonly leaseMilliseconds: number
  readonly requestMilliseconds: number
  /** Whether it also looks at what was delivered. */
  readonly looks: boolean
  /** The message at which to die. */
  readonly death?: {
    readonly to: 'database' | 'service'
    readonly at: number
    readonly moment: 'before' | 'sent'
  }
}

/** Who is to die goes on until it does, or has looked so many times for something that it could die of. */
const mostLooks = 125

const die = () => process.kill(process.pid, 'SIGKILL')

/** Counts messages, by number and not by the clock: so the place is as likely on a fast machine as on a slow one. */
function counter(death: DeliveryTask['death'], to: 'database' | 'service'): (send: () => unknown) => unknown {
  let messages = 0
  return send => {
    messages += 1
    const due = death?.to === to && messages === death.at
    if (due && death.moment === 'before') die()
    const answer = send()
    // A moment later: so it has gone out, and nobody here hears what came of it.
    if (due) globalThis.setTimeout(die, to === 'database' ? 0 : 3)
    return answer
  }
}

function counted({ pool }: Database, count: (send: () => unknown) => unknown): void {
  pool.on('connect', client => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    Object.assign(client, { query: (...given: unknown[]) => count(() => query(...given)) })
  })
}

async function run(task: DeliveryTask): Promise<void> {
  const { address, death, leaseMilliseconds, providerId, requestMilliseconds, url } = task
  const database = openDatabase(url, { connections: 4 })
  counted(database, counter(death, 'database'))
  const limits = { connectMilliseconds: requestMilliseconds, wholeMilliseconds: requestMilliseconds }
  const plain = createHttpClient({ callerId: 'test', attempts: 1, limits })
  const count = counter(death, 'service')
  const http: HttpClient = { ...plain, ask: (...given) => count(() => plain.ask(...given)) as never }
  const connection = {
    address,
    username: 'kone',
    secret: 'sana',
    reach: 'loopback',
    organisationOid: '',
  } as const
  const national = nationalSender(http, async () => connection)
  const sender = createSender({
    ...{ database, national, log: silentLog, leaseMilliseconds, marginMilliseconds: 100, atOnce: 4 },
    // Pauses of seconds pass in the time of a test.
    now: () => new Date(),
  })
  const workers = deliveryWorkers({
    database,
    sender,
    now: () => new Date(),
    providerIds: async () => [providerId],
  })
  const [tend, check] = ['tend', 'check'].map(name =>
    workers.find(worker => worker.kind.queue.name === `deliveries.${name}`),
  )
  const looks = death === undefined ? 1 : mostLooks
  for (let look = 0; look < looks; look += 1) {
    await tend?.run({})
    await sender.settled()
    await setTimeout(20)
  }
  if (task.looks) await check?.run({})
  await sender.settled()
  await sender.stop()
  await database.close()
}

process.once('message', async task => {
  await run(task as DeliveryTask)
  process.send?.('ended')
  process.disconnect?.()
})
