import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { queues } from '../src/app/queues.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'

/** A durable database of the benchmark's own, on the disk of the checkout. */
export interface BenchDatabase {
  readonly url: string
  /** Process of the postmaster: its children are the backends whose time is counted. */
  readonly pid: number
  readonly owner: pg.Client
  stop(): Promise<void>
}

/** Memory would flatter every commit: the folder stands where `npm start` keeps its data, on a real disk. */
function benchFolder(): string {
  const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'bench-'))
  // The account that root lends to the database must get in.
  chmodSync(folder, 0o755)
  return folder
}

/** @throws Error when commits would not wait for the disk. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder: join(folder, 'data') })
  await migrate(embedded.url, queues)
  const owner = new pg.Client({ connectionString: embedded.url })
  await owner.connect()
  const { rows } = await owner.query<{ fsync: string; commit: string; backend: number }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       pg_backend_pid() as backend`,
  )
  const [settings] = rows
  if (settings?.fsync !== 'on' || settings.commit !== 'on') throw new Error('The benchmark needs fsync on')
  return {
    url: embedded.url,
    pid: parentOf(settings.backend),
    owner,
    stop: async () => {
      await owner.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function parentOf(pid: number): number {
  if (process.platform !== 'linux') return 0
  return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}
