import { join } from 'node:path'
import { mayEnter } from './embedded-account.ts'
import { copyBinaries } from './embedded-binary.ts'
import { databaseName, ensureCluster, ownerRole } from './embedded-cluster.ts'
import { withLock } from './embedded-lock.ts'
import { choosePlace, type Place } from './embedded-place.ts'
import { waitUntil } from './embedded-process.ts'
import { isReady, launch, runningDatabase, stopDatabase } from './embedded-server.ts'
import { otherUsers, use } from './embedded-users.ts'

/** A PostgreSQL of our own, run from the npm package. */
export interface Embedded {
  /** The owner's connection address, over a socket. */
  readonly url: string
  /** Stops using the database; the last of its users stops the database itself. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Where the data lives; made when missing. */
  readonly folder: string
  /** False for throw-away databases only: commits then do not wait for the disk. */
  readonly durable?: boolean
  /** Told about what the person should know, one line at a time. */
  readonly say?: (line: string) => void
}

function addressOf(place: Place): string {
  return `postgresql://${ownerRole}@localhost/${databaseName}?host=${encodeURIComponent(place.sockets)}&port=5432`
}

/** Shares the database of another live process; one whose processes are gone is stopped and started anew. */
async function shareOrStart(place: Place, durable: boolean): Promise<number> {
  const running = runningDatabase(place)
  if (running !== undefined) {
    const shared = otherUsers(place).length > 0
    if (shared && (await waitUntil(() => isReady(place), 10_000))) return running
    await stopDatabase(running, place)
  }
  await ensureCluster(place, durable)
  return launch(place, durable)
}

/**
 * Starts the embedded database, whatever an earlier run left behind.
 *
 * @throws StartFailure one sentence on what keeps it from starting.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { folder, durable = true, say = () => undefined } = options
  const chosen = choosePlace(folder, say)
  const lock = join(chosen.home, 'lock')
  return withLock(lock, async () => {
    const { account, binaries, home } = chosen
    const closed = account !== undefined && !mayEnter(account, join(binaries.folder, 'bin'))
    const place = closed ? { ...chosen, binaries: copyBinaries(binaries, home, account) } : chosen
    const pid = await shareOrStart(place, durable)
    const ours = use(place, pid)
    const stop = (): Promise<void> =>
      withLock(lock, async () => {
        if (ours.end()) await stopDatabase(pid, place)
      })
    return { url: addressOf(place), stop }
  })
}
