import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { isRunning } from '../../src/platform/db/embedded-process.ts'
import { migrate } from '../../src/platform/db/migrate.ts'

/** A migrated database to copy from, gone after `stop`. */
export interface ThrowAway {
  readonly url: string
  stop(): Promise<void>
}

const prefix = 'yhdessa-test-'
const room = 1_000_000_000

/** Memory where there is enough of it: a copy of the template takes 100 ms there, up to 900 ms on disk. */
function temporaryRoot(): string {
  if (!existsSync('/dev/shm')) return tmpdir()
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > room ? '/dev/shm' : tmpdir()
}

/** What killed runs left behind; the process is named in the folder. */
function removeLeftovers(root: string): void {
  for (const name of readdirSync(root).filter(name => name.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (!isRunning(pid)) rmSync(join(root, name), { recursive: true, force: true })
  }
}

/** Starts a PostgreSQL of its own in a temporary folder and migrates its database. */
export async function startThrowAway(): Promise<ThrowAway> {
  const root = temporaryRoot()
  removeLeftovers(root)
  const folder = mkdtempSync(join(root, `${prefix}${process.pid}-`))
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded({ folder, durable: false })
  const stop = async (): Promise<void> => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await migrate(embedded.url, [])
  } catch (error) {
    await stop()
    throw error
  }
  return { url: embedded.url, stop }
}
