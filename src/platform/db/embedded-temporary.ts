import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from './embedded.ts'
import { isRunning } from './embedded-process.ts'

const prefix = 'yhdessa-temporary-'
const room = 1_000_000_000

/** Memory where there is enough of it: a copy of a database takes 100 ms there, up to 900 ms on disk. */
function temporaryRoot(): string {
  if (!existsSync('/dev/shm')) return tmpdir()
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > room ? '/dev/shm' : tmpdir()
}

/** What killed runs left behind; the process is named in the folder. */
function removeLeftovers(root: string): void {
  for (const name of readdirSync(root).filter(name => name.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (isRunning(pid)) continue
    try {
      rmSync(join(root, name), { recursive: true, force: true })
    } catch {
      // Another user's.
    }
  }
}

/** A database for tests and generators: quick, not durable, gone after `stop`. */
export async function startTemporary(): Promise<Embedded> {
  const root = temporaryRoot()
  removeLeftovers(root)
  const folder = mkdtempSync(join(root, `${prefix}${process.pid}-`))
  // The account that root lends to the database must get in.
  chmodSync(folder, 0o755)
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const embedded = await startEmbedded({ folder: join(folder, 'data'), durable: false })
    return { url: embedded.url, stop: () => embedded.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}
