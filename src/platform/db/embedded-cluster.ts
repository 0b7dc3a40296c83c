import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { StartFailure } from '../config/start-failure.ts'
import { makePrivate, type Place } from './embedded-place.ts'

/** The database inside the cluster that is ours, and its owner. */
export const databaseName = 'yhdessa'
export const ownerRole = 'postgres'

/** Nothing of the caller's: PGDATA, PGPORT or a locale would change what the programs do. */
export const programEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Runs one program of the package as the database's account; its complaints become the error. */
function run(place: Place, program: string, args: readonly string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(place.binaries.folder, 'bin', program), args, {
      ...place.account,
      // The folder of the caller may be closed to the account.
      cwd: '/',
      env: programEnvironment,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', chunk => {
      complaint += chunk
    })
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with ${code}: ${complaint.trim()}`))
    })
    child.stdin.on('error', () => undefined).end(input)
  })
}

/** Made in a folder of its own and then renamed, so a killed first start leaves nothing half made. */
async function initialise(place: Place, durable: boolean): Promise<void> {
  const half = `${place.data}.new`
  rmSync(half, { recursive: true, force: true })
  makePrivate(half, place.account)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--lc-messages=C']
  // Only who may enter the socket folder can connect at all: the account itself and root.
  const access = [`--username=${ownerRole}`, '--auth=trust']
  const disk = durable ? [] : ['--no-sync']
  await run(place, 'initdb', ['-D', half, ...locale, ...access, ...disk, '--no-instructions'])
  const single = ['--single', '-D', half, ...(durable ? [] : ['-c', 'fsync=off']), 'postgres']
  await run(place, 'postgres', single, `create database ${databaseName}\n`)
  renameSync(half, place.data)
}

function checkMajor(place: Place): void {
  const found = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (found === String(place.binaries.major)) return
  throw new StartFailure(
    `The data folder ${place.data} was made by PostgreSQL ${found} and this version runs PostgreSQL ` +
      `${place.binaries.major}: move the folder away to start empty, or go back to the version that made it.`,
  )
}

/**
 * Makes the cluster when there is none; call it while holding the lock.
 *
 * @throws StartFailure when the folder holds another major version, or something else altogether.
 */
export async function ensureCluster(place: Place, durable: boolean): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return checkMajor(place)
  if (existsSync(place.data) && readdirSync(place.data).length > 0) {
    throw new StartFailure(
      `The folder ${place.data} is not a database (${basename(place.data)}/PG_VERSION is missing): move it away.`,
    )
  }
  try {
    await initialise(place, durable)
  } catch (error) {
    if (error instanceof StartFailure) throw error
    throw new StartFailure(`The database could not be made in ${place.home}: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
