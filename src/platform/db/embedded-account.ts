import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StartFailure } from '../config/start-failure.ts'

/** PostgreSQL refuses to run as root, so root lends it an ordinary account. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

interface PasswdEntry extends Account {
  readonly name: string
}

function passwd(): PasswdEntry[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.flatMap(line => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The account that the database runs as: our own, or for root the owner of the data folder (so that it stays the
 * same), the owner of the checkout (whose files they become), postgres, nobody; in this order.
 *
 * @param folders the data folder and the checkout; those that are missing are passed over.
 */
export function databaseAccount(folders: readonly string[]): Account | undefined {
  if (!isRoot()) return undefined
  const entries = passwd()
  const owners = folders.map(folder => statSync(folder, { throwIfNoEntry: false })?.uid ?? 0)
  const wanted = [
    ...owners.filter(uid => uid !== 0).map(uid => entries.find(entry => entry.uid === uid)),
    entries.find(entry => entry.name === 'postgres'),
    entries.find(entry => entry.name === 'nobody'),
    entries.find(entry => entry.uid >= 1000),
  ].find(entry => entry !== undefined && entry.uid !== 0)
  if (wanted) return { uid: wanted.uid, gid: wanted.gid }
  throw new StartFailure(
    'The database may not run as root and /etc/passwd has no other account: start as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether the account may enter the folder and every folder above it. */
export function mayEnter(account: Account | undefined, folder: string): boolean {
  if (!account) return true
  for (let path = resolve(folder); ; path = dirname(path)) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat) {
      const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0
      if (((stat.mode >> shift) & 1) === 0) return false
    }
    if (path === dirname(path)) return true
  }
}
