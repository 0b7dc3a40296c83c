import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, Outcome } from './load-job.ts'

/** What a child says: the load generator its outcomes, a server its port. */
interface Message {
  readonly ready?: true
  readonly port?: number
  readonly outcome?: Outcome
  readonly imported?: Imported
  readonly error?: string
}

const children = new Set<ChildProcess>()

function next(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`A process of the benchmark ended (${code})`))
    child.once('exit', ended)
    child.once('message', message => {
      child.off('exit', ended)
      const said = message as Message
      if (said.error === undefined) resolve(said)
      else reject(new Error(said.error))
    })
  })
}

async function startChild(file: string, args: readonly string[]): Promise<[ChildProcess, Message]> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, { stdio: ['ignore', 2, 2, 'ipc'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return [child, await next(child)]
}

export interface Server {
  readonly pid: number
  readonly port: number
}

/** Starts `floor-server.ts` or `our-server.ts` in a process of its own; without a wish at any free port. */
export async function startServer(file: string, databaseUrl: string, wished = 0): Promise<Server> {
  const [child, { port = 0 }] = await startChild(file, [databaseUrl, String(wished)])
  return { pid: child.pid ?? 0, port }
}

export interface Imported {
  readonly code: number
  readonly seconds: number
  /** The most that the process ever had. */
  readonly megabytes: number
  readonly last: string
}

/** Runs one import of HOKSes in a process of its own, to its end. */
export async function importOnce(databaseUrl: string, providerOid: string, file: string): Promise<Imported> {
  const [child, { imported }] = await startChild('./import-process.ts', [databaseUrl, providerOid, file])
  if (child.exitCode === null) await new Promise(resolve => child.once('exit', resolve))
  if (imported === undefined) throw new Error('An import said nothing of how it ended')
  return imported
}

export interface LoadGenerator {
  run(job: Job): Promise<Outcome>
}

export async function startLoadGenerator(): Promise<LoadGenerator> {
  const [child] = await startChild('./load.ts', [])
  return {
    run: async job => {
      const answer = next(child)
      child.send(job)
      const { outcome } = await answer
      if (outcome === undefined) throw new Error('The load generator said nothing of its job')
      return outcome
    },
  }
}

/** Ends every process that was started here, and waits for each. */
export async function stopChildren(): Promise<void> {
  const ending = [...children].map(child => new Promise(resolve => child.once('exit', resolve)))
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(ending)
}
