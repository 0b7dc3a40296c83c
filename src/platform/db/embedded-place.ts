import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { StartFailure } from '../config/start-failure.ts'
import { type Account, databaseAccount, isRoot, mayEnter } from './embedded-account.ts'
import { type Binaries, findBinaries } from './embedded-binary.ts'

/** Where one embedded database has its things, and who runs it. */
export interface Place {
  /** The folder of everything: lock, users, log. */
  readonly home: string
  /** The cluster itself (PGDATA). */
  readonly data: string
  readonly sockets: string
  readonly binaries: Binaries
  /** For root only: the account to run as. */
  readonly account: Account | undefined
}

const socketName = '/.s.PGSQL.5432'
// 107 bytes on Linux, 103 on macOS.
const socketPathLimit = 103

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** The folder itself, or for root one outside when the database's account could not enter it. */
function chooseHome(folder: string, account: Account | undefined, say: (line: string) => void): string {
  if (mayEnter(account, dirname(folder))) return folder
  const home = `/var/lib/yhdessa-${hashOf(folder)}`
  say(`Only root may enter ${dirname(folder)}, and the database may not run as root: its data is in ${home}.`)
  return home
}

function makeHome(home: string): void {
  try {
    mkdirSync(join(home, 'users'), { recursive: true })
    // A strict umask of root's would keep the database's account out.
    if (isRoot()) for (const path of [home, join(home, 'users')]) chmodSync(path, 0o755)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartFailure(
      `The data folder ${home} cannot be written (${code}): may this user write there?`,
      {
        cause: error,
      },
    )
  }
}

/** Makes a folder that belongs to the database's account alone. */
export function makePrivate(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = account?.uid ?? process.getuid?.()
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || (stat.uid !== owner && !isRoot())) {
    throw new StartFailure(`${folder} belongs to another user: start as that user, or remove it.`)
  }
  if (account) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}

function socketFolder(home: string): string {
  const usual = join(home, 'socket')
  if (Buffer.byteLength(usual + socketName) <= socketPathLimit) return usual
  const name = `yhdessa-${hashOf(home)}`
  const temporary = join(tmpdir(), name)
  return Buffer.byteLength(temporary + socketName) <= socketPathLimit ? temporary : join('/tmp', name)
}

/** @throws StartFailure when no database can run here as this user. */
export function choosePlace(wanted: string, say: (line: string) => void): Place {
  if (process.platform === 'win32') {
    throw new StartFailure('The embedded PostgreSQL needs Linux or macOS: use WSL, or set DATABASE_URL.')
  }
  const folder = resolve(wanted)
  const account = databaseAccount([join(folder, 'postgres'), folder, dirname(folder)])
  makeHome(chooseHome(folder, account, say))
  const home = realpathSync(chooseHome(folder, account, () => undefined))
  const data = join(home, 'postgres')
  const owner = statSync(data, { throwIfNoEntry: false })?.uid
  if (!isRoot() && owner !== undefined && owner !== process.getuid?.()) {
    throw new StartFailure(`The data folder ${data} belongs to another user: start as that user or as root.`)
  }
  return { home, data, sockets: socketFolder(home), binaries: findBinaries(), account }
}
