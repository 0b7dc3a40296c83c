import { join } from 'node:path'
import { mayEnter } from './embedded-account.ts'
import { copyBinaries } from './embedded-binary.ts'
import { databaseName, ensureCluster, ownerRole } from './embedded-cluster.ts'
import { withLock } from './embedded-lock.ts'
import { choosePlace, type Place } from './embedded-place.ts'
import { sleep, waitUntil } from './embedded-process.ts'
import { isReady, launch, runningDatabase, stopDatabase } from './embedded-server.ts'
import { otherUsers, type Use, use } from './embedded-users.ts'

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
async function shareOrStart(place: Place, durable: boolean, onEnd: () => void): Promise<number> {
  const running = runningDatabase(place)
  if (running !== undefined) {
    const shared = otherUsers(place).length > 0
    if (shared && (await waitUntil(() => isReady(place), 10_000))) return running
    await stopDatabase(running, place)
  }
  await ensureCluster(place, durable)
  return launch(place, durable, onEnd)
}

/** With the programs where the database's account may enter. */
function withReachableBinaries(place: Place): Place {
  const { account, binaries, home } = place
  if (account === undefined || mayEnter(account, join(binaries.folder, 'bin'))) return place
  return { ...place, binaries: copyBinaries(binaries, home, account) }
}

const pauseBeforeRevival = 1_000

/**
 * Starts the embedded database, whatever an earlier run left behind. When it dies while we run (out of memory,
 * killed), it is started again; until then connections fail.
 *
 * @throws StartFailure one sentence on what keeps it from starting.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { folder, durable = true, say = () => undefined } = options
  const chosen = choosePlace(folder, say)
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(join(chosen.home, 'lock'), work)
  const place = await locked(async () => withReachableBinaries(chosen))
  let stopping = false

  const begin = async (): Promise<{ pid: number; ours: Use }> => {
    const pid = await shareOrStart(place, durable, revive)
    return { pid, ours: use(place, pid) }
  }
  const revive = async (): Promise<void> => {
    if (stopping) return
    say('The database ended by itself and is started again.')
    await sleep(pauseBeforeRevival)
    await locked(async () => {
      if (stopping) return
      current.ours.end()
      current = await begin()
    }).catch((error: Error) => say(error.message))
  }
  let current = await locked(begin)

  return {
    url: addressOf(place),
    stop() {
      stopping = true
      return locked(async () => {
        if (current.ours.end()) await stopDatabase(current.pid, place)
      })
    },
  }
}
