import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programEnvironment } from './embedded-cluster.ts'
import type { Place } from './embedded-place.ts'
import { isNode } from './embedded-process.ts'

const folderOf = (place: Place): string => join(place.home, 'users')

/** Other live processes that use this database: a server and an import may share it. */
export function otherUsers(place: Place): number[] {
  const pids = readdirSync(folderOf(place)).map(Number)
  for (const pid of pids.filter(pid => !isNode(pid)))
    rmSync(join(folderOf(place), String(pid)), { force: true })
  return pids.filter(pid => pid !== process.pid && isNode(pid))
}

/**
 * Reads from us until we say goodbye. When we vanish without a word (kill -9), the pipe ends and it stops the
 * database, unless another process still uses it.
 */
const watch = `
read -r goodbye && exit 0
for file in "$2"/*; do
  user=\${file##*/}
  [ "$user" = "$3" ] && continue
  [ -d "/proc/$user" ] && exit 0
  [ -d /proc/self ] || ! ps -p "$user" >/dev/null 2>&1 || exit 0
done
kill -INT "$1"`

export interface Use {
  /** Call while holding the lock. @returns whether nobody else uses the database. */
  end(): boolean
}

/** Notes that this process uses the database `pid`, and sets the watch for our own sudden death. */
export function use(place: Place, pid: number): Use {
  const mark = join(folderOf(place), String(process.pid))
  writeFileSync(mark, '')
  const args = ['-c', watch, 'watch', String(pid), folderOf(place), String(process.pid)]
  const watcher = spawn('/bin/sh', args, {
    ...place.account,
    cwd: '/',
    env: programEnvironment,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  release(watcher)
  return {
    end() {
      watcher.stdin?.end('goodbye\n')
      rmSync(mark, { force: true })
      return otherUsers(place).length === 0
    },
  }
}

/** Neither the watcher nor its pipe keeps this process alive. */
function release(watcher: ChildProcess): void {
  watcher.on('error', () => undefined)
  watcher.stdin?.on('error', () => undefined)
  watcher.unref()
  if (watcher.stdin && 'unref' in watcher.stdin) (watcher.stdin as unknown as { unref(): void }).unref()
}
