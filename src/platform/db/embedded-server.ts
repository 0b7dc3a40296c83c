import { spawn } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '../config/start-failure.ts'
import { programEnvironment } from './embedded-cluster.ts'
import { makePrivate, type Place } from './embedded-place.ts'
import { commandLine, isRunning, waitUntil } from './embedded-process.ts'

const startPatience = 60_000
const logLimit = 10_000_000

const pidFile = (place: Place): string => join(place.data, 'postmaster.pid')
const logFile = (place: Place): string => join(place.home, 'postgres.log')

/** The lines of postmaster.pid: 1 process, 5 socket folder, 8 status. */
function pidLines(place: Place): string[] {
  try {
    return readFileSync(pidFile(place), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** A process id in a file may be anybody's by now: only a postgres on this very folder counts. */
function isDatabase(pid: number, place: Place): boolean {
  const line = commandLine(pid)
  return line.includes('postgres') && line.includes(`-D ${place.data} `)
}

/** The process of the database that runs on this folder, ours or one left over. */
export function runningDatabase(place: Place): number | undefined {
  const pid = Number(pidLines(place)[0])
  return isDatabase(pid, place) ? pid : undefined
}

export function isReady(place: Place): boolean {
  return pidLines(place)[7]?.startsWith('ready') ?? false
}

/**
 * After a crash the process id in postmaster.pid may have gone to another program, and PostgreSQL would believe
 * that it still runs. Its own parent's id it does not believe; the rest of the file it needs for its check of
 * shared memory, so the file is not removed.
 */
function disownPidFile(place: Place): void {
  const [pid, ...rest] = pidLines(place)
  if (pid === undefined) return
  // A power cut may also leave the file empty.
  if (isRunning(Number(pid)) || !(Number(pid) > 0))
    writeFileSync(pidFile(place), [process.pid, ...rest].join('\n'))
  rmSync(join(place.sockets, '.s.PGSQL.5432.lock'), { force: true })
}

function settings(place: Place, durable: boolean): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: place.sockets,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log must hold no personal data: neither the statements nor the rows that an error names.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function openLog(place: Place): number {
  const size = statSync(logFile(place), { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(logFile(place), size > logLimit ? 'w' : 'a')
  // Root may have started on an ordinary user's checkout: the next start is theirs again.
  if (place.account) fchownSync(log, place.account.uid, place.account.gid)
  return log
}

function lastWords(place: Place, from: number): string {
  const lines = readFileSync(logFile(place), 'utf8').slice(from).trim().split('\n')
  return (lines.findLast(line => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC|ERROR): */,
    '',
  )
}

/**
 * Starts PostgreSQL on the cluster and waits until it takes connections.
 *
 * @param onEnd called when the database that had started ends, whoever ended it.
 * @returns its process id.
 * @throws StartFailure with the database's own last words.
 */
export async function launch(place: Place, durable: boolean, onEnd: () => void): Promise<number> {
  disownPidFile(place)
  makePrivate(place.sockets, place.account)
  const log = openLog(place)
  const from = statSync(logFile(place)).size
  const args = ['-D', place.data, ...settings(place, durable)]
  const child = spawn(join(place.binaries.folder, 'bin', 'postgres'), args, {
    ...place.account,
    cwd: '/',
    env: programEnvironment,
    stdio: ['ignore', log, log],
    // A process group of its own: Ctrl-C must reach the application first and the database last.
    detached: true,
  })
  closeSync(log)
  let ended = false
  child.on('error', () => {
    ended = true
  })
  child.on('exit', () => {
    ended = true
  })
  child.unref()
  const { pid } = child
  const came = await waitUntil(
    () => ended || (Number(pidLines(place)[0]) === pid && isReady(place)),
    startPatience,
  )
  if (came && !ended && pid !== undefined) {
    child.on('exit', onEnd)
    return pid
  }
  throw new StartFailure(`The database did not start: ${lastWords(place, from)} (more in ${logFile(place)})`)
}

/** Ends the database in order; when it does not obey, without order (it then recovers at its next start). */
export async function stopDatabase(pid: number, place: Place): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isDatabase(pid, place)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitUntil(() => !isDatabase(pid, place), patience)) return
  }
}
