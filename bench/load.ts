// The load generator: a process of its own that is sent jobs and answers with what it measured.
import { LoadConnection } from './load-connection.ts'
import { type Job, type Outcome, percentile, type Sender } from './load-job.ts'

/** A connection with its sender's state: which body is next, on which version. */
class Worker {
  readonly #connection: LoadConnection
  readonly #sender: Sender
  #turn = 0
  version: number | undefined

  constructor(port: number, sender: Sender) {
    this.#connection = new LoadConnection(port)
    this.#sender = sender
    this.version = sender.version
  }

  async once(): Promise<void> {
    const answer = await this.#connection.send(this.#request())
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(
        `${this.#sender.method} ${this.#sender.path}: ${answer.status} ${answer.text().slice(0, 500)}`,
      )
    }
    if (this.version !== undefined) this.version = answer.version ?? this.version + 1
  }

  close(): void {
    this.#connection.close()
  }

  #request(): Buffer {
    const { method, headers, bodies = [], paths = [] } = this.#sender
    const path = paths[this.#turn % Math.max(1, paths.length)] ?? this.#sender.path
    const body = bodies[this.#turn++ % Math.max(1, bodies.length)]
    const lines = [`${method} ${path} HTTP/1.1`, 'host: localhost']
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
    if (this.version !== undefined) lines.push(`if-match: "v${this.version}"`)
    if (body === undefined) return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
  }
}

/** Every connection asks again as soon as it is answered. */
async function unpaced(workers: readonly Worker[], end: number): Promise<number[]> {
  const times: number[] = []
  const run = async (worker: Worker): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now()
      await worker.once()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(workers.map(run))
  return times
}

/** Requests fall due evenly; a request that finds no free connection waits, and its waiting counts. */
async function paced(
  workers: readonly Worker[],
  rate: number,
  start: number,
  end: number,
): Promise<number[]> {
  const times: number[] = []
  const free = [...workers]
  const due: number[] = []
  const running = new Set<Promise<void>>()
  const serve = async (worker: Worker, since: number): Promise<void> => {
    await worker.once()
    times.push(performance.now() - since)
    free.push(worker)
  }
  let made = 0
  let failure: unknown
  while (performance.now() < end || due.length > 0 || running.size > 0) {
    if (failure !== undefined) throw failure
    const now = performance.now()
    for (; now < end && made < ((now - start) / 1000) * rate; made++) due.push(now)
    while (due.length > 0 && free.length > 0) {
      const [since = now, worker] = [due.shift(), free.shift()]
      if (worker === undefined) break
      const request = serve(worker, since).catch(error => {
        failure = error
      })
      running.add(request)
      void request.then(() => running.delete(request))
    }
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  return times
}

async function run(job: Job): Promise<Outcome> {
  const workers = job.senders.map(sender => new Worker(job.port, sender))
  try {
    const start = performance.now()
    const end = start + job.seconds * 1000
    const times =
      job.rate === undefined ? await unpaced(workers, end) : await paced(workers, job.rate, start, end)
    const seconds = (performance.now() - start) / 1000
    times.sort((a, b) => a - b)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => percentile(times, share)) as [
      number,
      number,
      number,
    ]
    return { requests: times.length, seconds, p50, p95, p99, versions: workers.map(worker => worker.version) }
  } finally {
    for (const worker of workers) worker.close()
  }
}

process.on('message', (job: Job) => {
  run(job).then(
    outcome => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  )
})
process.send?.({ ready: true })
